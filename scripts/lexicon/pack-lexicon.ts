import toSimplified from 'opencc-js/dict/TSCharacters';
import { DIGITS, type PackedLexicon } from '../../core/timeline/lexicon-zh-en.ts';

/** A word and its translations: a stem and the letter of its probability. */
export type PackedEntry = readonly [word: string, translations: readonly (readonly [stem: string, letter: string])[]];

/**
 * Packs a lexicon for `unpackLexicon`. What is alike stands together, which gzip then writes in a third less: words, stems,
 * the letters of probabilities, and the stems' numbers by their first and second digit.
 */
export function packLexicon(list: readonly PackedEntry[]): PackedLexicon {
  const entries = list.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const stems = [...new Set(entries.flatMap(([, translations]) => translations.map(([stem]) => stem)))].sort();
  if (stems.length > DIGITS.length ** 2) throw new Error(`${stems.length} stems are too many for two digits.`);
  const numbers = new Map(stems.map((stem, index) => [stem, index]));
  const all = entries.flatMap(([, translations]) => translations.map(([stem]) => numbers.get(stem) ?? 0));
  const characters = new Set(entries.flatMap(([word]) => Array.from(word)));
  return {
    words: shorten(entries.map(([word]) => word)),
    stems: shorten(stems),
    letters: entries.map(([, translations]) => translations.map(([, letter]) => letter).join('')).join(' '),
    high: all.map((number) => DIGITS.charAt(Math.floor(number / DIGITS.length))).join(''),
    low: all.map((number) => DIGITS.charAt(number % DIGITS.length)).join(''),
    traditional: toSimplified
      .split('|')
      .map((pair) => pair.split(' '))
      .filter(([from = '', to = '']) => from.length === 1 && from !== to && characters.has(to))
      .map((pair) => pair.join(''))
      .join(''),
  };
}

/** Each after the number of leading characters that it shares with the one before. */
function shorten(sorted: readonly string[]): string {
  let previous = '';
  return sorted
    .map((word) => {
      let shared = 0;
      while (shared < Math.min(9, word.length) && word[shared] === previous[shared]) shared++;
      previous = word;
      return `${shared}${word.slice(shared)}`;
    })
    .join(' ');
}
