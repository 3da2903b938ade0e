/**
 * Which words of the talk's language a word of the note's language is said as, and how likely.
 * Made by `scripts/lexicon/` from translated paragraphs; loaded only when a note and its transcript differ in language.
 */
export interface Lexicon {
  /** Changes with the data; part of the alignment's cache key. */
  readonly version: string;
  /** BCP 47 primary language of the keys. */
  readonly from: string;
  /** BCP 47 primary language of the translations. */
  readonly to: string;
  /** Word in `from` (Han, simplified) → pairs of a stem in `to` and its probability, 0 to 1. */
  readonly words: ReadonlyMap<string, readonly (readonly [stem: string, probability: number])[]>;
}
