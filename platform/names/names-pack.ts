import { LONGEST_NAME, MOST_WORDS } from '../../core/glossary/build-index.ts';
import { typedReading } from '../../core/glossary/reading.ts';
import { type ScriptFold, scriptFold } from '../../core/glossary/script-fold.ts';
import { charactersOf, missingCharacters, slipsAllowed, slipsToStart } from '../../core/glossary/typo.ts';
import type { NoteKey } from '../../core/note/note-id.ts';
import { foldName, foldSpellings, foldWords } from '../../core/text/fold.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { EditionNames } from '../ports.ts';
import type { NamesRecord } from '../store/schema.ts';
import { keyOfNames, unpackNames } from './pack-names.ts';

/**
 * The names of some hundred editions as one string, which the browser reads from disk at the speed of the disk and
 * searches faster than any tree of objects can be built. An edition is a line with its video, note, language and packed head,
 * then a line per entry: its names as they are packed, and behind {@link FOLDED} whatever else it can be found by.
 */
export interface NamesPack {
  readonly text: string;
  /** Script forms of all its editions: what is asked is folded by them, as the keys were. */
  readonly forms: readonly string[];
}

const EDITION = '\u001d';
const FOLDED = '\u001f';
const READING = '\v';

/** A pack is searched in a few milliseconds; an archive has some thirty. */
const PACK_LENGTH = 500_000;

/** Packs names, given in the order of their videos. A video's editions stay together. */
export function* makePacks(records: Iterable<NamesRecord>): Generator<NamesPack> {
  let part: NamesRecord[] = [];
  let length = 0;
  for (const record of records) {
    if (length > PACK_LENGTH && part.at(-1)?.videoId !== record.videoId) {
      yield makePack(part);
      part = [];
      length = 0;
    }
    part.push(record);
    length += record.packed.length;
  }
  if (part.length > 0) yield makePack(part);
}

function makePack(records: readonly NamesRecord[]): NamesPack {
  const forms = formsIn(records);
  const script = scriptFold([{ scriptForms: forms }]);
  const lines = records.flatMap((record) => [
    `${EDITION}${record.videoId}\t${keyOfNames(record)}\t${record.language}\t${headOf(record.packed)}`,
    ...linesIn(record.packed).map((line) => line + FOLDED + foldedPart(line, script)),
  ]);
  return { text: `${lines.join('\n')}\n`, forms };
}

const linesIn = (packed: string) => packed.split('\n').slice(1);
const namesIn = (line: string) => line.split('\t').slice(3);

const headOf = (packed: string) => packed.slice(0, `${packed}\n`.indexOf('\n'));

/** A key for each name, also from its later words on, as core/glossary's index has them. */
function keysOf(line: string, script: ScriptFold): Set<string> {
  const keys = new Set<string>();
  for (const name of namesIn(line)) {
    for (const spelling of foldSpellings(name.slice(0, LONGEST_NAME))) {
      const words = script(spelling).split(' ');
      for (let from = 0; from < Math.min(words.length, MOST_WORDS); from++) keys.add(words.slice(from).join(''));
    }
  }
  return keys;
}

/** A tab before every key that is not one of the names as they are written, then the readings. */
function foldedPart(line: string, script: ScriptFold): string {
  const written = new Set(namesIn(line));
  const keys = [...keysOf(line, script)].filter((key) => !written.has(key)).map((key) => `\t${key}`);
  const [, , reading = ''] = line.split('\t');
  const readings = reading ? reading.split(',').map((one) => READING + foldWords(one)) : [];
  return keys.join('') + readings.join('');
}

/**
 * Where names begin: of all packed notes every key, sorted into {@link SHARDS} by its first character. To find the names
 * that begin with a query one of them is read, not all packs.
 */
export interface NameStarts {
  readonly shards: readonly string[];
  /** The notes that the shards give numbers to, a line with video and note for each. */
  readonly notes: string;
  readonly forms: readonly string[];
}

const SHARDS = 256;
const shardOf = (key: string) => key.charCodeAt(0) % SHARDS;

/** Collects where names begin, while {@link makePacks} goes through the notes. */
export function collectStarts(records: readonly NamesRecord[], forms: readonly string[]): NameStarts {
  const script = scriptFold([{ scriptForms: forms }]);
  const shards = Array.from({ length: SHARDS }, (): string[] => ['\n']);
  for (const [number, { packed }] of records.entries()) {
    for (const [at, line] of linesIn(packed).entries()) {
      for (const key of keysOf(line, script)) {
        if (key !== '') shards[shardOf(key)]?.push(`${key}\t${number} ${at}\n`);
      }
    }
  }
  return {
    shards: shards.map((lines) => lines.join('')),
    notes: records.map((record) => `${record.videoId}\t${keyOfNames(record)}`).join('\n'),
    forms,
  };
}

export const formsIn = (records: readonly NamesRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ packed }) => headOf(packed).split('\t').slice(1))),
];

/** The shard a query is to be sought in, and the query as the shard has it; `null` when it is empty. */
export function startOf(
  query: string,
  forms: readonly string[],
): { readonly shard: number; readonly key: string } | null {
  const key = scriptFold([{ scriptForms: forms }])(foldName(query));
  return key === '' ? null : { shard: shardOf(key), key };
}

/** Entries whose names begin with the key, shortest names first: the note's number and the entry's place in it. */
export function findStarts(
  shard: string,
  key: string,
  most: number,
): readonly (readonly [note: number, entry: number])[] {
  const found: { readonly rest: number; readonly at: number }[] = [];
  for (let at = shard.indexOf(`\n${key}`); at !== -1; at = shard.indexOf(`\n${key}`, at + 1)) {
    const from = at + 1 + key.length;
    found.push({ rest: restOf(shard, from), at: from });
  }
  return found
    .sort((a, b) => a.rest - b.rest)
    .slice(0, most)
    .map(({ at }) => {
      const [note = '', entry = ''] = shard.slice(shard.indexOf('\t', at) + 1, shard.indexOf('\n', at)).split(' ');
      return [Number(note), Number(entry)];
    });
}

/** The names of some entries of a note. */
export function namesAt(record: NamesRecord, entries: readonly number[]): EditionNames {
  const { videoId, language, packed } = record;
  const lines = linesIn(packed);
  return unpackNames({
    videoId,
    note: keyOfNames(record),
    language,
    packed: [headOf(packed), ...entries.flatMap((at) => lines[at] ?? [])].join('\n'),
  });
}

/** Where in a pack an entry's line begins, and how likely it is what was asked for: less is likelier. */
export interface FoundLine {
  readonly at: number;
  readonly rank: number;
}

/** A rank is one of these and how much longer than the query the name is. */
const WHOLE = 0;
const PART = 1000;
const SPELT = 2000;
const SLIPPED = 3000;
const HELD = 5000;

/** Fewer Latin letters are looked for at the start of names only, as in core/glossary/lookup.ts. */
const LEAST_PART = 3;
const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;

/** A pack ready to be searched. */
export interface OpenPack {
  /** Lines with names that `lookup` would find without slips, and some more. */
  findNames(query: string): FoundLine[];
  /** The same for pinyin. */
  findReadings(query: string): FoundLine[];
  /** The same for names with slips in them; the slowest. */
  findSlipped(query: string): FoundLine[];
  /** Names that the query, a longer text, holds. */
  findHeld(query: string): FoundLine[];
  /** The names at these lines, and all of an episode that has several editions, so that they can be linked. */
  read(lines: readonly FoundLine[]): EditionNames[];
}

export function openPack({ text, forms }: NamesPack): OpenPack {
  const script = scriptFold([{ scriptForms: forms }]);
  const fold = (query: string) => script(foldName(query));

  const collect = () => {
    const ranks = new Map<number, number>();
    return {
      add(at: number, rank: number) {
        const line = text.lastIndexOf('\n', at) + 1;
        // The head of an edition has the name of an episode, not of an entry.
        if (text[line] === EDITION) return;
        if (rank < (ranks.get(line) ?? Number.POSITIVE_INFINITY)) ranks.set(line, rank);
      },
      lines: (): FoundLine[] => [...ranks].map(([at, rank]) => ({ at, rank })),
    };
  };

  function findNames(query: string): FoundLine[] {
    const typed = fold(query);
    if (typed === '') return [];
    const { add, lines } = collect();
    const within = NOT_LATIN.test(typed) || typed.length >= LEAST_PART;
    const needle = within ? typed : `\t${typed}`;
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const start = within ? at : at + 1;
      const rest = restOf(text, start + typed.length);
      add(at, (text[start - 1] === '\t' ? WHOLE : PART) + Math.min(rest, 999));
    }
    return lines();
  }

  function findReadings(query: string): FoundLine[] {
    const letters = typedReading(fold(query));
    if (letters === null) return [];
    const { add, lines } = collect();
    for (const { index } of text.matchAll(readingPattern(letters))) add(index, SPELT);
    return lines();
  }

  function findSlipped(query: string): FoundLine[] {
    const typed = fold(query);
    const most = slipsAllowed(typed);
    if (most === 0) return [];
    const { add, lines } = collect();
    const characters = charactersOf(typed);
    eachKey(text, (key, line) => {
      if (key.length < typed.length - most || missingCharacters(characters, charactersOf(key)) > most) return;
      const slips = slipsToStart(typed, key, most);
      if (slips !== null) add(line, SLIPPED + slips);
    });
    return lines();
  }

  function findHeld(query: string): FoundLine[] {
    const typed = fold(query);
    const { add, lines } = collect();
    eachKey(text, (key, line) => {
      if (key.length > 1 && key.length < typed.length && typed.includes(key)) add(line, HELD - key.length);
    });
    return lines();
  }

  function read(lines: readonly FoundLine[]): EditionNames[] {
    const episodes = new Map<number, number[]>();
    for (const { at } of lines) {
      const start = episodeStart(text, at);
      episodes.set(start, [...(episodes.get(start) ?? []), at]);
    }
    return [...episodes].flatMap(([start, at]) => readEpisode(text, start, at));
  }

  return { findNames, findReadings, findSlipped, findHeld, read };
}

const NOT_KEY = /\p{Cc}/u;

/** Calls back with each name and key of a pack and its line; what else stands in the line comes along. */
function eachKey(text: string, work: (key: string, line: number) => void): void {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (text[start] !== EDITION) for (const key of text.slice(start, end).split(NOT_KEY)) work(key, start);
    start = end + 1;
  }
}

/** Characters up to the end of the key. */
function restOf(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Tab, line break, READING; FOLDED.
    if ((unit >= 9 && unit <= 11) || unit === 0x1f) break;
  }
  return at - from;
}

/**
 * Letters of the first syllables, each cut short anywhere (`fxchuanb`), or spelt out from any syllable on; see
 * core/glossary/reading.ts.
 */
function readingPattern(letters: string): RegExp {
  const short = [...letters].join('(?:[a-z]* )?');
  const spelt = [...letters].join(' ?');
  return new RegExp(`\\v${short}|[\\v ]${spelt}`, 'g');
}

const videoAt = (text: string, head: number) => text.slice(head + 1, text.indexOf('\t', head));

/** The first edition of the episode this line belongs to. */
function episodeStart(text: string, line: number): number {
  let start = text.lastIndexOf(EDITION, line);
  const video = videoAt(text, start);
  for (;;) {
    const before = start === 0 ? -1 : text.lastIndexOf(EDITION, start - 1);
    if (before === -1 || videoAt(text, before) !== video) return start;
    start = before;
  }
}

function readEpisode(text: string, start: number, lines: readonly number[]): EditionNames[] {
  const video = videoAt(text, start);
  const editions: { readonly head: string; readonly body: string }[] = [];
  for (let head = start; head !== -1 && videoAt(text, head) === video; ) {
    const next = text.indexOf(EDITION, head + 1);
    const body = text.indexOf('\n', head) + 1;
    editions.push({ head: text.slice(head + 1, body - 1), body: text.slice(body, next === -1 ? undefined : next) });
    head = next;
  }
  const [only] = editions;
  if (editions.length > 1 || !only) return editions.map(({ head, body }) => readEdition(head, body.split('\n')));
  return [
    readEdition(
      only.head,
      lines.map((at) => text.slice(at, text.indexOf('\n', at))),
    ),
  ];
}

function readEdition(head: string, lines: readonly string[]): EditionNames {
  const [videoId = '', note = '', language = '', ...rest] = head.split('\t');
  const names = lines.filter(Boolean).map((line) => line.slice(0, line.indexOf(FOLDED)));
  const packed = [rest.join('\t'), ...names].join('\n');
  return unpackNames({ videoId: videoId as VideoId, note: note as NoteKey, language, packed });
}
