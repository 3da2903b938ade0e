import type { WordPair } from '../core/note/script-words.ts';

/** Finds the words of a dictionary in texts: at every place the longest, from left to right. */
export interface WordFinder {
  /** The number of words. */
  readonly size: number;
  /** @param found Is told where a word begins and ends, and its number, which is below `size`. */
  eachWord(text: string, found: (begin: number, end: number, word: number) => void): void;
  /** How a word is written instead, by its number. */
  writtenInstead(word: number): string;
  /** `false` where no word begins at a place of a text, at most places at least. */
  mayBegin(text: string, at: number): boolean;
  /** The text with every word replaced. */
  convert(text: string): string;
}

/** One place for each code unit. */
export const UNITS = 0x1_0000;
const PAIRS = 0x4_0000;

/** The place of the first two code units of a word in a table; some others share it. */
const pairAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);

/** Where each of the texts begins when they are joined, and where the last one ends. */
function offsetsOf(texts: readonly string[]): Uint32Array {
  const offsets = new Uint32Array(texts.length + 1);
  for (const [index, text] of texts.entries()) offsets[index + 1] = (offsets[index] as number) + text.length;
  return offsets;
}

/**
 * The dictionary is kept as a few strings and typed arrays: thousands of notes are compiled with it, and each garbage collection
 * would go through a tree or map of its words.
 *
 * @param pairs At most 65,534 words of at least one character.
 */
export function createWordFinder(pairs: readonly WordPair[]): WordFinder {
  const single = pairs.filter(([word]) => word.length === 1);
  // By their first two code units, so that all candidates at a place are neighbours; the longest of these first.
  const longer = pairs
    .filter(([word]) => word.length > 1)
    .map((pair) => ({ pair, place: pairAt(pair[0], 0) }))
    .sort((a, b) => a.place - b.place || b.pair[0].length - a.pair[0].length);
  const sorted = [...longer.map(({ pair }) => pair), ...single];
  const words = sorted.map(([word]) => word);
  const written = sorted.map(([, each]) => each);
  const letters = words.join('');
  const begins = offsetsOf(words);
  const writtenLetters = written.join('');
  const writtenBegins = offsetsOf(written);

  /** The number of the first longer word of each place; the end of its candidates is the next place's first. */
  const firsts = new Uint16Array(PAIRS + 1);
  for (const { place } of longer) firsts[place + 1] = (firsts[place + 1] as number) + 1;
  for (let place = 0; place < PAIRS; place++)
    firsts[place + 1] = (firsts[place + 1] as number) + (firsts[place] as number);
  /** A bit for each place that has a longer word: small enough to stay in the processor's cache. */
  const taken = new Uint8Array(PAIRS >> 3);
  for (const { place } of longer) taken[place >> 3] = (taken[place >> 3] as number) | (1 << (place & 7));
  const isTaken = (place: number) => ((taken[place >> 3] as number) & (1 << (place & 7))) !== 0;
  /** 1 for each code unit that begins a longer word. */
  const beginsLonger = new Uint8Array(UNITS);
  for (const { pair } of longer) beginsLonger[pair[0].charCodeAt(0)] = 1;
  /** One more than the number of the word that is just this code unit; 0 for none. */
  const alone = new Uint16Array(UNITS);
  for (const [index, [word]] of single.entries()) alone[word.charCodeAt(0)] = longer.length + index + 1;

  /** The number of the longest word that begins there, or -1. */
  function wordAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (beginsLonger[unit] !== 0) {
      const place = pairAt(text, at);
      if (!isTaken(place)) return (alone[unit] as number) - 1;
      const end = firsts[place + 1] as number;
      for (let word = firsts[place] as number; word < end; word++) {
        const from = begins[word] as number;
        const length = (begins[word + 1] as number) - from;
        let same = 0;
        while (same < length && text.charCodeAt(at + same) === letters.charCodeAt(from + same)) same++;
        if (same === length) return word;
      }
    }
    return (alone[unit] as number) - 1;
  }

  function eachWord(text: string, found: (begin: number, end: number, word: number) => void): void {
    for (let at = 0; at < text.length; ) {
      const word = wordAt(text, at);
      if (word < 0) at += 1;
      else {
        const end = at + (begins[word + 1] as number) - (begins[word] as number);
        found(at, end, word);
        at = end;
      }
    }
  }

  const writtenInstead = (word: number) => writtenLetters.slice(writtenBegins[word], writtenBegins[word + 1]);

  return {
    size: sorted.length,
    eachWord,
    writtenInstead,
    mayBegin(text, at) {
      const unit = text.charCodeAt(at);
      if (alone[unit] !== 0) return true;
      if (beginsLonger[unit] === 0) return false;
      const place = pairAt(text, at);
      return isTaken(place);
    },
    convert(text) {
      let converted = '';
      let done = 0;
      eachWord(text, (begin, end, word) => {
        converted += text.slice(done, begin) + writtenInstead(word);
        done = end;
      });
      return converted + text.slice(done);
    },
  };
}
