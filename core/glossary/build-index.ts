import { foldSpellings, foldWords } from '../text/fold.ts';
import type { LookupEntry, LookupSource } from './lookup-source.ts';
import { type ScriptFold, scriptFold } from './script-fold.ts';
import { charactersOf } from './typo.ts';

/** Separates keys; never part of a folded text. */
export const KEY_BREAK = '\n';

/** Names are found by so much of their beginning: more than anybody types, and every real name is shorter. */
export const LONGEST_NAME = 200;
/** A name is found from so many of its words on; without a limit its keys would be as long as the square of its length. */
export const MOST_WORDS = 16;

/** An entry with the place it comes from. */
export interface IndexedEntry {
  readonly source: LookupSource;
  readonly entry: LookupEntry;
  /** The same thing in other editions of the episode shares a group. */
  readonly group: number;
}

export interface Reading {
  readonly entry: number;
  readonly text: string;
  readonly syllables: readonly string[];
}

/**
 * All glossaries at hand, ready for lookup. The keys (folded names, and each name from its later words on) lie in one
 * string, which the browser's own search runs through faster than a tree can be built: see bench/lookup.
 */
export interface LookupIndex {
  readonly entries: readonly IndexedEntry[];
  /** Members of every group that has more than one. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
  readonly script: ScriptFold;
  /** `\n` before and after every key. */
  readonly keys: string;
  /** Where each key starts in `keys`, ascending, and one more for the end. */
  readonly keyStarts: Int32Array;
  /** Per key: its entry, what it is (0 a term, 1 an alias, 2 and 3 the same from a later word on), which name (0 is the term), its characters. */
  readonly keyEntries: Int32Array;
  readonly keyRoles: Uint8Array;
  readonly keyNames: Uint16Array;
  readonly keyCharacters: Int32Array;
  readonly readings: {
    readonly list: readonly Reading[];
    /** All readings without spaces, laid out as `keys` are. */
    readonly text: string;
    readonly starts: Int32Array;
    /** Positions in `list` by first letter. */
    readonly byInitial: ReadonlyMap<string, readonly number[]>;
  };
  /** `null` until {@link addDefinitions}. */
  readonly definitions: { readonly text: string; readonly starts: Int32Array; readonly entries: Int32Array } | null;
}

/** Indexes the names of all entries. Definitions are left for {@link addDefinitions}, so that names can be had at once. */
export function buildIndex(sources: readonly LookupSource[]): LookupIndex {
  const script = scriptFold(sources);
  const entries: IndexedEntry[] = [];
  const groups = new Map<number, number[]>();
  const keys: string[] = [];
  const keyEntries: number[] = [];
  const keyRoles: number[] = [];
  const keyNames: number[] = [];
  const readings: Reading[] = [];

  const editions = new Map<string, number>();
  for (const { videoId } of sources) editions.set(videoId, (editions.get(videoId) ?? 0) + 1);
  const named = new Map<string, Map<string, number>>();

  for (const source of sources) {
    // Only names of earlier editions link: two entries of one edition that share a name are two things.
    const earlier = named.get(source.videoId);
    const here = (editions.get(source.videoId) ?? 0) > 1 ? new Map<string, number>() : null;
    for (const entry of source.entries) {
      const number = entries.length;
      const firstKey = keys.length;
      let group = number;
      const addKey = (key: string, role: number, name: number) => {
        if (key === '') return;
        for (let at = firstKey; at < keys.length; at += 1) if (keys[at] === key) return;
        keys.push(key);
        keyEntries.push(number);
        keyRoles.push(role);
        keyNames.push(name);
      };
      const names = [entry.term, ...entry.aliases];
      const parts: { words: string[]; alias: 0 | 1; name: number }[] = [];
      for (const [name, written] of names.entries()) {
        const alias = name === 0 ? 0 : 1;
        for (const spelling of foldSpellings(written.slice(0, LONGEST_NAME))) {
          const folded = script(spelling);
          const words = folded.includes(' ') ? folded.split(' ') : null;
          const key = words ? words.join('') : folded;
          addKey(key, alias, name);
          if (words) parts.push({ words, alias, name });
          if (here === null) continue;
          const linked = earlier?.get(key);
          if (linked !== undefined && group === number) group = linked;
          here.set(key, number);
        }
      }
      // After all whole names, or the word of one would hide that it is another.
      for (const { words, alias, name } of parts) {
        for (let from = 1; from < Math.min(words.length, MOST_WORDS); from += 1)
          addKey(words.slice(from).join(''), alias + 2, name);
      }
      for (const text of entry.reading?.split(',') ?? []) {
        const syllables = foldWords(text).split(' ');
        if (syllables[0]) readings.push({ entry: number, text: text.trim(), syllables });
      }
      entries.push({ source, entry, group });
      if (group !== number) groups.set(group, [...(groups.get(group) ?? [group]), number]);
    }
    if (here) {
      const all = earlier ?? new Map<string, number>();
      for (const [key, number] of here) if (!all.has(key)) all.set(key, entries[number]?.group ?? number);
      named.set(source.videoId, all);
    }
  }

  return {
    entries,
    groups,
    script,
    ...joined(keys),
    keyEntries: Int32Array.from(keyEntries),
    keyRoles: Uint8Array.from(keyRoles),
    keyNames: Uint16Array.from(keyNames),
    keyCharacters: Int32Array.from(keys, charactersOf),
    readings: indexReadings(readings),
    definitions: null,
  };
}

function indexReadings(list: readonly Reading[]): LookupIndex['readings'] {
  const byInitial = new Map<string, number[]>();
  for (const [number, { syllables }] of list.entries()) {
    const initial = syllables[0]?.charAt(0) ?? '';
    const known = byInitial.get(initial);
    if (known) known.push(number);
    else byInitial.set(initial, [number]);
  }
  return { list, byInitial, ...concatenate(list.map(({ syllables }) => syllables.join(''))) };
}

function joined(keys: readonly string[]): { keys: string; keyStarts: Int32Array } {
  const { text, starts } = concatenate(keys);
  return { keys: text, keyStarts: starts };
}

function concatenate(parts: readonly string[]): { text: string; starts: Int32Array } {
  const starts = new Int32Array(parts.length + 1).fill(1);
  for (let index = 0; index < parts.length; index += 1) {
    starts[index + 1] = (starts[index] ?? 1) + (parts[index]?.length ?? 0) + 1;
  }
  return { text: KEY_BREAK + parts.join(KEY_BREAK) + KEY_BREAK, starts };
}

/** The index with the definitions of all entries that have one. */
export function addDefinitions(index: LookupIndex): LookupIndex {
  const texts: string[] = [];
  const owners: number[] = [];
  for (const [number, { entry }] of index.entries.entries()) {
    if (!entry.definition) continue;
    texts.push(` ${index.script(foldWords(entry.definition))}`);
    owners.push(number);
  }
  return { ...index, definitions: { ...concatenate(texts), entries: Int32Array.from(owners) } };
}

/** Folds what was typed as the index's names are folded: in every way it may be spelt. */
export function foldQuery(index: LookupIndex, query: string): readonly string[] {
  return foldSpellings(query).map((words) => index.script(words.replaceAll(' ', '')));
}
