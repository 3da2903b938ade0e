/**
 * Translation probabilities: from words of the note's language to words of the talk's.
 * Made by `scripts/lexicon/` from translated paragraphs; loaded only when a note and its transcript differ in language.
 */
export interface Lexicon {
  /** Changes with the data; part of the alignment's cache key. */
  readonly version: string;
  /** BCP 47 primary language of the keys. */
  readonly from: string;
  /** BCP 47 primary language of the translations. */
  readonly to: string;
  /** Writes Chinese in the characters of `words`, one for one: a text in traditional characters finds them, too. */
  readonly simplify?: (text: string) => string;
  /** Word in `from` (Han, simplified) → pairs of a stem in `to` and its probability, 0 to 1. */
  readonly words: ReadonlyMap<string, readonly (readonly [stem: string, probability: number])[]>;
}

/** What a stem of `to` is translated to in `from`, as the character pairs by which speech is matched. */
export type ReverseLexicon = ReadonlyMap<string, readonly (readonly [pair: string, probability: number])[]>;

/** Most translations of a stem. */
const MOST_WORDS = 6;
const reversed = new WeakMap<Lexicon, ReverseLexicon>();

/** The lexicon the other way round: for a note in `to` about a talk in `from`. Made once. */
export function reverse(lexicon: Lexicon): ReverseLexicon {
  const known = reversed.get(lexicon);
  if (known) return known;
  const words = new Map<string, [word: string, probability: number][]>();
  for (const [word, translations] of lexicon.words) {
    if (word.length < 2) continue;
    for (const [stem, probability] of translations) {
      const list = words.get(stem) ?? [];
      list.push([word, probability]);
      words.set(stem, list);
    }
  }
  const result = new Map<string, (readonly [string, number])[]>();
  for (const [stem, list] of words) {
    const best = list.sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
    const all = best.reduce((sum, [, probability]) => sum + probability, 0);
    const pairs = best.flatMap(([word, probability]) =>
      Array.from({ length: word.length - 1 }, (_, i): readonly [string, number] => [
        word.slice(i, i + 2),
        probability / all / (word.length - 1),
      ]),
    );
    result.set(stem, pairs);
  }
  reversed.set(lexicon, result);
  return result;
}
