import type { Trie } from 'opencc-js/core';
import { simplify } from './script-forms.ts';
import { pairAt, UNITS, wordStarts } from './word-starts.ts';

/** Where in a text in simplified characters a word of Taiwan's may begin. */
interface Starts {
  /** 1 for each code unit that is a word by itself. */
  readonly single: Uint8Array;
  readonly pairs: Uint8Array;
}

/** Found when the first note in simplified characters asks for them. */
const known = new WeakMap<Trie, Starts>();

function startsOf(words: Trie): Starts {
  const before = known.get(words);
  if (before) return before;
  const single = new Uint8Array(UNITS);
  for (const [code, { trie_val: alone }] of words.map)
    if (alone !== undefined) single[simplify(String.fromCodePoint(code)).charCodeAt(0)] = 1;
  const made = { single, pairs: wordStarts(words, simplify).pairs };
  known.set(words, made);
  return made;
}

/** What no word of either dictionary has within it. */
const ENDS_CLAUSE = new Uint8Array(UNITS);
for (const end of '，。、；：？！…（）()“”「」\n') ENDS_CLAUSE[end.charCodeAt(0)] = 1;

/**
 * Adds what Taiwan calls otherwise in a text. Only clauses in which one of its words may stand are converted.
 * @param words From traditional characters to Taiwan's vocabulary.
 * @param text In simplified characters.
 * @param convert To traditional ones.
 */
export function addTaiwanWords(
  used: Map<string, string>,
  words: Trie,
  text: string,
  convert: (text: string) => string,
): void {
  const { single, pairs } = startsOf(words);
  let begin = 0;
  let found = false;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (at < text.length && ENDS_CLAUSE[unit] === 0) {
      found ||= single[unit] === 1 || pairs[pairAt(text, at)] === 1;
      continue;
    }
    if (found) addUsed(used, words, convert(text.slice(begin, at)));
    begin = at + 1;
    found = false;
  }
}

function addUsed(used: Map<string, string>, words: Trie, text: string): void {
  for (let at = 0; at < text.length; ) {
    const found = words.matchPrefix(text, at);
    const end = found?.end ?? at + 1;
    if (found) used.set(text.slice(at, end), found.value);
    at = end;
  }
}
