import { type FoldedText, foldForSearch } from './fold.ts';

/** From a character up to, not including, another one; UTF-16 code units. */
export type Range = readonly [from: number, to: number];

/** Replaces every character by the representative of its variants, one for one. */
export type Alike = (text: string) => string;

/** Folded variants of the query: a match of any of them counts. */
export type Needles = readonly string[];

/** A text prepared for searching: folding takes longer than searching. */
export type Searchable = readonly FoldedText[];

export function searchable(text: string, alike: Alike): Searchable {
  return foldForSearch(text).map(({ text: folded, rangeOf }) => ({ text: alike(folded), rangeOf }));
}

/** @returns Empty when the query has neither letters, digits nor symbols. */
export function needlesOf(query: string, alike: Alike): Needles {
  return [...new Set(foldForSearch(query).map(({ text }) => alike(text)))].filter(Boolean);
}

/** The ranges of any of the needles in the original text: in order, not overlapping. */
export function rangesOf(needles: Needles, hays: Searchable): readonly Range[] {
  const found: Range[] = [];
  for (const needle of needles) {
    for (const { text, rangeOf } of hays) {
      for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
        found.push(rangeOf(at, at + needle.length));
      }
    }
  }
  let end = 0;
  return found
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .filter((range) => {
      if (range[0] < end) return false;
      end = range[1];
      return true;
    });
}
