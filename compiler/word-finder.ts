import type { WordPair } from '../core/note/script-words.ts';

/** Finds the words of a dictionary in texts: at every place the longest, from left to right. */
export interface WordFinder {
  /** @param found Is told where a word begins and ends, and how it is written instead. */
  eachWord(text: string, found: (begin: number, end: number, written: string) => void): void;
  /** The text with every word replaced. */
  convert(text: string): string;
}

/** One place for each code unit. */
export const UNITS = 0x1_0000;
const PAIRS = 0x4_0000;
/** Bits of a code unit: it is a word by itself; longer words begin with it. */
const ALONE = 1;
const LONGER = 2;

/** The place of two code units in a table; some others share it. */
const pairAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);

/** Tables that tell of most places in a text that no word begins there. */
function wordStarts(words: Iterable<string>) {
  const units = new Uint8Array(UNITS);
  /** The length of the longest word that begins with the two code units, at most 255. */
  const longest = new Uint8Array(PAIRS);
  for (const word of words) {
    const unit = word.charCodeAt(0);
    units[unit] = (units[unit] as number) | (word.length === 1 ? ALONE : LONGER);
    if (word.length > 1) longest[pairAt(word, 0)] = Math.max(longest[pairAt(word, 0)] as number, word.length);
  }
  return { units, longest };
}

/** Tells whether one of the words may begin at a place of a text; see {@link wordStarts}. */
export function mayBegin(words: Iterable<string>): (text: string, at: number) => boolean {
  const { units, longest } = wordStarts(words);
  return (text, at) => {
    const kind = units[text.charCodeAt(at)] as number;
    return (kind & ALONE) !== 0 || ((kind & LONGER) !== 0 && longest[pairAt(text, at)] !== 0);
  };
}

/**
 * Few and flat tables: a dictionary is kept while thousands of notes are compiled, and a tree of its characters would cost a
 * tenth of the time in garbage collection alone.
 */
export function createWordFinder(pairs: readonly WordPair[]): WordFinder {
  const { units, longest } = wordStarts(pairs.map(([word]) => word));
  const alone: string[] = new Array(UNITS).fill('');
  const longer = new Map<string, string>();
  for (const [word, written] of pairs) {
    if (word.length === 1) alone[word.charCodeAt(0)] = written;
    else longer.set(word, written);
  }

  function eachWord(text: string, found: (begin: number, end: number, written: string) => void): void {
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      const kind = units[unit] as number;
      let length = kind & LONGER ? (longest[pairAt(text, at)] as number) : 0;
      let written: string | undefined;
      for (; length > 1 && written === undefined; length--) written = longer.get(text.slice(at, at + length));
      if (written !== undefined) length += 1;
      else if (kind & ALONE) {
        length = 1;
        written = alone[unit] as string;
      }
      if (written === undefined) at += 1;
      else {
        found(at, at + length, written);
        at += length;
      }
    }
  }

  return {
    eachWord,
    convert(text) {
      let converted = '';
      let done = 0;
      eachWord(text, (begin, end, written) => {
        converted += text.slice(done, begin) + written;
        done = end;
      });
      return converted + text.slice(done);
    },
  };
}
