import type { LanguageTag } from '../note/episode.ts';
import { foldWords } from '../text/fold.ts';
import type { VideoId } from '../video/video-id.ts';
import { foldQuery, KEY_BREAK, LONGEST_NAME, type LookupIndex } from './build-index.ts';
import type { LookupEntry, LookupSource } from './lookup-source.ts';
import { fitReading, READING_FITS, typedReading } from './reading.ts';
import { charactersOf, missingCharacters, slipsAllowed, slipsToStart, unspoiltPieces } from './typo.ts';

/**
 * Why a result is one, best first. `term`, `alias`: it is that name. `…-start`: the name begins so. `…-part`: the name
 * holds it, from a later word on or within. `reading`: pinyin. `typo`: a name with slips. `definition`: its words. `held`:
 * the query is a longer text, such as a selected sentence, that holds the name.
 */
export const REASONS = [
  'term',
  'alias',
  'term-start',
  'alias-start',
  'term-part',
  'alias-part',
  'reading',
  'typo',
  'definition',
  'held',
] as const;
export type Reason = (typeof REASONS)[number];

export interface LookupContext {
  /** The episode being watched; its results come before all others. */
  readonly current: VideoId | null;
  /** Most wanted first: of the same thing in several languages the most wanted is shown. */
  readonly languages: readonly LanguageTag[];
  /** At most this many results; 50 when not given. */
  readonly limit?: number;
}

export interface LookupResult {
  readonly source: LookupSource;
  readonly entry: LookupEntry;
  readonly reason: Reason;
  /** The name (of this entry or of its like in another language) or reading that matched; empty for a definition. */
  readonly matched: string;
  /** Whether it belongs to the episode being watched. */
  readonly current: boolean;
}

/** Inside words and in definitions, fewer Latin letters match by accident; Han characters are words sooner. */
const LEAST_PART = 3;
const LEAST_PART_HAN = 1;
const LEAST_DEFINITION_HAN = 2;
/** A name of one character stands in nearly every sentence. */
const LEAST_HELD = 2;
/** With so many names found nobody means a misspelt one. */
const ENOUGH_NAMES = 5;
const DEFAULT_LIMIT = 50;

const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;
const WORD_CHARACTER = /[\p{Script=Latin}\p{N}]/u;

const reasonRank = new Map(REASONS.map((reason, rank) => [reason, rank]));
const rankOf = (reason: Reason) => reasonRank.get(reason) ?? REASONS.length;
const WHOLE = [rankOf('term'), rankOf('alias'), rankOf('term-part'), rankOf('alias-part')];
const START = [rankOf('term-start'), rankOf('alias-start'), rankOf('term-part'), rankOf('alias-part')];

/** The best hit per entry. `order` breaks ties within a reason: less is better, 0 to 255. */
class Hits {
  readonly ranks: Uint8Array;
  readonly orders: Uint8Array;
  readonly matches: Int32Array;
  readonly found: number[] = [];

  constructor(size: number) {
    this.ranks = new Uint8Array(size).fill(255);
    this.orders = new Uint8Array(size);
    this.matches = new Int32Array(size);
  }

  add(entry: number, rank: number, order: number, match: number): void {
    const known = this.ranks[entry] ?? 255;
    const capped = Math.min(order, 255);
    if (known < rank || (known === rank && (this.orders[entry] ?? 0) <= capped)) return;
    if (known === 255) this.found.push(entry);
    this.ranks[entry] = rank;
    this.orders[entry] = capped;
    this.matches[entry] = match;
  }
}

/**
 * Finds entries by any of their names, their pinyin or their definition's words, best first: the current episode before
 * the rest, then by {@link REASONS}, then the name that the query says most of. The same thing in several editions of an
 * episode is one result. Any text is a valid query; one without letters, digits or symbols finds nothing.
 */
export function lookup(index: LookupIndex, query: string, context: LookupContext): readonly LookupResult[] {
  // What is longer than any name is cut before it is folded, so that no input can stall a keystroke.
  const short = query.slice(0, LONGEST_NAME);
  const spellings = foldQuery(index, short);
  const [typed = ''] = spellings;
  if (typed === '') return [];
  const hits = new Hits(index.entries.length);
  for (const spelling of spellings) findNames(index, spelling, hits);
  findReadings(index, typed, hits);
  if (hits.found.length < ENOUGH_NAMES && !hits.found.some((entry) => (hits.ranks[entry] ?? 255) <= rankOf('alias'))) {
    findTypos(index, typed, hits);
  }
  findDefinitions(index, index.script(foldWords(short)), hits);
  if (hits.found.length === 0) findHeld(index, index.script(foldWords(short)), hits);
  return best(index, hits, context);
}

function findNames(index: LookupIndex, typed: string, hits: Hits): void {
  const { keys, keyStarts, keyEntries, keyRoles } = index;
  const within = typed.length >= (NOT_LATIN.test(typed) ? LEAST_PART_HAN : LEAST_PART);
  const needle = within ? typed : KEY_BREAK + typed;
  const skip = within ? 0 : 1;
  let key = 0;
  for (
    let at = keys.indexOf(needle);
    at !== -1;
    at = keys.indexOf(needle, (keyStarts[key + 1] ?? keys.length) - skip)
  ) {
    key = keyAt(keyStarts, at + skip, key);
    const start = keyStarts[key] ?? 0;
    const rest = (keyStarts[key + 1] ?? 0) - 1 - start - typed.length;
    const role = keyRoles[key] ?? 0;
    const entry = keyEntries[key] ?? 0;
    if (at + skip === start) hits.add(entry, (rest === 0 ? WHOLE : START)[role] ?? 255, rest, key);
    // Within words comes after from a word on.
    else if (role < 2) hits.add(entry, WHOLE[role + 2] ?? 255, 128 + Math.min(rest, 127), key);
  }
}

/** The key whose text holds this place, searched from `from` on. */
function keyAt(starts: Int32Array, place: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

function findReadings(index: LookupIndex, typed: string, hits: Hits): void {
  const letters = typedReading(typed);
  if (letters === null) return;
  const { list, text, starts, byInitial } = index.readings;
  const rank = rankOf('reading');
  const add = (number: number) => {
    const reading = list[number];
    const fit = reading ? fitReading(reading.syllables, letters) : null;
    if (!reading || fit === null) return;
    hits.add(reading.entry, rank, READING_FITS.indexOf(fit) * 32 + Math.min(31, reading.syllables.length), number);
  };
  // Abbreviations start with the reading's first letter; what is spelled out stands in the text.
  for (const number of byInitial.get(letters.charAt(0)) ?? []) add(number);
  let number = 0;
  for (let at = text.indexOf(letters); at !== -1; at = text.indexOf(letters, starts[number + 1] ?? text.length)) {
    number = keyAt(starts, at, number);
    add(number);
  }
}

function findTypos(index: LookupIndex, typed: string, hits: Hits): void {
  const most = slipsAllowed(typed);
  if (most === 0) return;
  const rank = rankOf('typo');
  const characters = charactersOf(typed);
  const { keys, keyStarts, keyEntries, keyCharacters } = index;
  const pieces = unspoiltPieces(typed, most);
  for (let key = 0; key < keyEntries.length; key += 1) {
    if (missingCharacters(characters, keyCharacters[key] ?? 0) > most) continue;
    const start = keyStarts[key] ?? 0;
    const end = (keyStarts[key + 1] ?? 0) - 1;
    if (end - start < typed.length - most) continue;
    const name = keys.slice(start, Math.min(end, start + typed.length + most));
    if (!pieces.some((piece) => name.includes(piece))) continue;
    const slips = slipsToStart(typed, name, most);
    if (slips !== null)
      hits.add(keyEntries[key] ?? 0, rank, slips * 64 + Math.min(63, Math.abs(end - start - typed.length)), key);
  }
}

function findDefinitions(index: LookupIndex, typed: string, hits: Hits): void {
  if (!index.definitions) return;
  const { text, starts, entries } = index.definitions;
  const words = typed.split(' ').map((word) => {
    const latin = !NOT_LATIN.test(word);
    // A Latin word must begin where one begins in the definition; Chinese writes no spaces.
    return { word, latin, long: word.length >= (latin ? LEAST_PART : LEAST_DEFINITION_HAN) };
  });
  const [first, ...others] = words.filter(({ long }) => long).sort((a, b) => b.word.length - a.word.length);
  if (!first) return;
  const rank = rankOf('definition');
  let item = 0;
  for (let at = text.indexOf(first.word); at !== -1; ) {
    item = keyAt(starts, at, item);
    const end = (starts[item + 1] ?? text.length) - 1;
    const opens = (place: number) => !WORD_CHARACTER.test(text.charAt(place - 1));
    if (first.latin && !opens(at)) {
      at = text.indexOf(first.word, at + 1);
      continue;
    }
    const start = starts[item] ?? 0;
    const definition = others.length > 0 ? text.slice(start, end) : '';
    const all = others.every(({ word, latin }) => {
      let place = definition.indexOf(word);
      while (place !== -1 && latin && !opens(start + place)) place = definition.indexOf(word, place + 1);
      return place !== -1;
    });
    if (all) hits.add(entries[item] ?? 0, rank, Math.min(255, (at - start) >> 1), 0);
    at = text.indexOf(first.word, end);
  }
}

/** The names a longer text holds: whole words in Latin script, the longest names first. */
function findHeld(index: LookupIndex, words: string, hits: Hits): void {
  const text = words.replaceAll(' ', '');
  const ends = new Set<number>([0]);
  let length = 0;
  for (const word of words.split(' ')) {
    length += word.length;
    ends.add(length);
  }
  const { keys, keyStarts, keyEntries, keyRoles } = index;
  const rank = rankOf('held');
  // A letter or digit on either side would make it another word.
  const cut = (at: number) => ends.has(at) || !(isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)));
  for (let key = 0; key < keyEntries.length; key += 1) {
    if ((keyRoles[key] ?? 2) > 1) continue;
    const start = keyStarts[key] ?? 0;
    const end = (keyStarts[key + 1] ?? 0) - 1;
    if (end - start < LEAST_HELD || end - start > text.length) continue;
    const name = keys.slice(start, end);
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
      if (!cut(at) || !cut(at + name.length)) continue;
      hits.add(keyEntries[key] ?? 0, rank, 255 - Math.min(name.length, 255), key);
      break;
    }
  }
}

const isLatin = (character: string) => WORD_CHARACTER.test(character);

function best(index: LookupIndex, hits: Hits, { current, languages, limit = DEFAULT_LIMIT }: LookupContext) {
  const wanted = languageRanks(languages);
  const scored: { score: number; hit: number; shown: number }[] = [];
  const inGroup = new Map<number, { score: number; hit: number; shown: number }>();
  let worst = Number.POSITIVE_INFINITY;

  for (const hit of hits.found) {
    const indexed = index.entries[hit];
    if (!indexed) continue;
    const elsewhere = indexed.source.videoId === current ? 0 : 1;
    const place = (elsewhere * 16 + (hits.ranks[hit] ?? 15)) * 256 + (hits.orders[hit] ?? 255);
    const bare = indexed.entry.definition === '' ? 1 : 0;
    const named = indexed.entry.kind === 'term' ? 0 : 1;
    const score = (((place * 2 + named) * 2 + bare) * 16 + wanted(indexed.source.language)) * 2 ** 24 + hit;
    if (score > worst) continue;
    const members = index.groups.get(indexed.group);
    if (members) {
      const known = inGroup.get(indexed.group);
      if (!known) {
        const [shown = hit] = [...members].sort(
          (a, b) => wanted(languageOf(index, a)) - wanted(languageOf(index, b)) || a - b,
        );
        const one = { score, hit, shown };
        inGroup.set(indexed.group, one);
        scored.push(one);
      } else if (score < known.score) {
        // It was good enough only now.
        if (known.score > worst) scored.push(known);
        known.score = score;
        known.hit = hit;
      }
    } else scored.push({ score, hit, shown: hit });
    // Keeps the list short: everything beyond twice the limit is dropped by its score.
    if (scored.length >= 2 * limit + 64) {
      scored.sort((a, b) => a.score - b.score);
      scored.length = limit;
      worst = scored.at(-1)?.score ?? worst;
    }
  }
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, limit).flatMap(({ hit, shown }): LookupResult[] => {
    const indexed = index.entries[shown];
    const reason = REASONS[hits.ranks[hit] ?? -1];
    if (!indexed || !reason) return [];
    const { source, entry } = indexed;
    return [
      { source, entry, reason, matched: matchedName(index, hits, hit, reason), current: source.videoId === current },
    ];
  });
}

function languageOf(index: LookupIndex, entry: number): LanguageTag {
  return index.entries[entry]?.source.language ?? '';
}

function matchedName(index: LookupIndex, hits: Hits, hit: number, reason: Reason): string {
  const match = hits.matches[hit] ?? 0;
  if (reason === 'definition') return '';
  if (reason === 'reading') return index.readings.list[match]?.text ?? '';
  const entry = index.entries[hit]?.entry;
  const name = index.keyNames[match] ?? 0;
  return (name === 0 ? entry?.term : entry?.aliases[name - 1]) ?? '';
}

/** 0 for the most wanted language; the same language in another script or region counts half a place less. */
function languageRanks(languages: readonly LanguageTag[]): (tag: LanguageTag) => number {
  const known = new Map<LanguageTag, number>();
  const rank = (tag: LanguageTag) => {
    const exact = languages.indexOf(tag);
    if (exact !== -1) return exact * 2;
    const near = languages.findIndex((wanted) => wanted.split('-')[0] === tag.split('-')[0]);
    return near === -1 ? 15 : near * 2 + 1;
  };
  return (tag) => {
    const ready = known.get(tag);
    if (ready !== undefined) return ready;
    const found = Math.min(15, rank(tag));
    known.set(tag, found);
    return found;
  };
}
