import type { Trie } from 'opencc-js/core';

/** Tables that tell of most places in a text without a dictionary that no word begins there. */
export interface WordStarts {
  /** 1 for each code unit that begins a word. */
  readonly begins: Uint8Array;
  /** 1 for each two code units that begin a longer word, by {@link pairAt}; a few others have it, too. */
  readonly pairs: Uint8Array;
}

/** One place for each code unit. */
export const UNITS = 0x1_0000;
const PAIRS = 0x4_0000;

/** The place of two code units in a table. */
export const pairAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);

/** @param asInText How a text writes a character of the dictionary. */
export function wordStarts({ map }: Trie, asInText: (character: string) => string = (each) => each): WordStarts {
  const begins = new Uint8Array(UNITS);
  const pairs = new Uint8Array(PAIRS);
  for (const [code, next] of map) {
    const first = asInText(String.fromCodePoint(code));
    begins[first.charCodeAt(0)] = 1;
    if (first.length > 1) pairs[pairAt(first, 0)] = 1;
    for (const second of next.keys()) pairs[pairAt(first + asInText(String.fromCodePoint(second)), 0)] = 1;
  }
  return { begins, pairs };
}
