import type { Hits } from './hits.ts';
import { countKeys, isBound, type KeyText, type KeyUses, keyAt, keysFrom, narrow } from './key-text.ts';
import type { NameIndex } from './name-index.ts';
import { type Reason, reasonNumber } from './reason.ts';
import { eachWithSlips, slipsAllowed } from './typo.ts';

/** Inside words, fewer Latin letters match by accident; Han characters are words sooner. */
const LEAST_PART = 3;
const LEAST_PART_HAN = 1;
/** A name of one character occurs in nearly every sentence. */
const LEAST_HELD = 2;
/** A match within a word ranks after one at a word's start. */
const WITHIN = 128;

export const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;
const WORD_CHARACTER = /[\p{Script=Latin}\p{N}]/u;
export const isWordCharacter = (character: string): boolean => WORD_CHARACTER.test(character);

/** A reason's number for a name that is the term, and for one that is an alias. */
const pair = (term: Reason, alias: Reason) => [reasonNumber(term), reasonNumber(alias)] as const;
const WHOLE = pair('term', 'alias');
const START = pair('term-start', 'alias-start');
const PART = pair('term-part', 'alias-part');
const TYPO = pair('typo', 'typo');
const HELD = pair('held', 'held');

function addUses(
  uses: KeyUses,
  key: number,
  [ofTerm, ofAlias]: readonly [number, number],
  order: number,
  hits: Hits,
): void {
  const end = uses.starts[key + 1] ?? 0;
  for (let use = uses.starts[key] ?? 0; use < end; use += 1) {
    const place = uses.places[use] ?? 0;
    hits.add(uses.entries[use] ?? 0, place === 0 ? ofTerm : ofAlias, order, place);
  }
}

/** Names that equal the query, begin with it or contain it. */
export function findNames({ names, nameUses }: NameIndex, typed: string, hits: Hits): void {
  const { text, starts } = names;
  const restAt = (key: number, place: number) => (starts[key + 1] ?? 0) - 1 - place - typed.length;
  const [first, last] = keysFrom(names, typed);
  for (let key = first; key < last; key += 1) {
    const rest = restAt(key, starts[key] ?? 0);
    addUses(nameUses, key, rest === 0 ? WHOLE : START, rest, hits);
  }

  const within = typed.length >= (NOT_LATIN.test(typed) ? LEAST_PART_HAN : LEAST_PART);
  let key = 0;
  for (let at = text.indexOf(typed); at !== -1; at = text.indexOf(typed, at + 1)) {
    const bound = isBound(names, at);
    if (!bound && !within) continue;
    key = keyAt(names, at, key);
    if (key >= first && key < last) continue;
    const rest = restAt(key, at);
    addUses(nameUses, key, PART, bound ? rest : WITHIN + Math.min(rest, 255 - WITHIN), hits);
  }
}

/** Names that equal the query, or begin or continue with it from a later word, within a slip or two. */
export function findSlips({ names, nameUses, laterWords }: NameIndex, typed: string, hits: Hits): void {
  const most = slipsAllowed(typed);
  if (most === 0) return;
  const { text, starts } = names;
  const add = (key: number, place: number, slips: number) => {
    const rest = (starts[key + 1] ?? 0) - 1 - place - typed.length;
    addUses(nameUses, key, TYPO, slips * 64 + Math.min(63, Math.abs(rest)), hits);
  };
  eachWithSlips(text, starts.subarray(0, -1), typed, most, (key, place, slips) => add(key, place, slips));
  eachWithSlips(text, laterWords, typed, most, (_, place, slips) => add(keyAt(names, place, 0), place, slips));
}

const lengthOf = ({ starts }: KeyText, key: number) => (starts[key + 1] ?? 0) - 1 - (starts[key] ?? 0);

/** The names contained in a longer text: whole words in Latin script, longest names first. */
export function findHeld({ names, nameUses }: NameIndex, words: string, hits: Hits): void {
  const text = words.replaceAll(' ', '');
  const ends = new Set<number>([0]);
  let length = 0;
  for (const word of words.split(' ')) {
    length += word.length;
    ends.add(length);
  }
  // A letter or digit on either side would make it another word.
  const cut = (at: number) =>
    ends.has(at) || !(isWordCharacter(text.charAt(at - 1)) && isWordCharacter(text.charAt(at)));
  for (let from = 0; from < text.length; from += 1) {
    if (!cut(from)) continue;
    let range: readonly [number, number] = [0, countKeys(names)];
    for (let to = from; to < text.length && range[0] < range[1]; ) {
      range = narrow(names, range, to - from, text.charCodeAt(to));
      to += 1;
      const size = to - from;
      if (size < LEAST_HELD || !cut(to)) continue;
      // Names that end here sort before all that continue.
      for (let key = range[0]; key < range[1] && lengthOf(names, key) === size; key += 1) {
        addUses(nameUses, key, HELD, 255 - Math.min(size, 255), hits);
      }
    }
  }
}
