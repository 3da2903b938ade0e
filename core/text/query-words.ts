import { foldSpellings } from './fold.ts';

/** The words of a query, each in all the ways it may be written. */
export type QueryWords = readonly (readonly string[])[];

/** @param others How else the query may be written, word by word; see core/note/chinese.ts. */
export function queryWords(query: string, others: readonly string[] = []): QueryWords {
  const spellings = [query, ...others].flatMap(foldSpellings).map((text) => text.split(' '));
  return (spellings[0] ?? []).map((_, at) => spellings.flatMap((words) => words[at] || [])).filter(([word]) => word);
}

/** @param text Folded by `foldSpellings`, every spelling in it. */
export const holdsAll = (text: string, words: QueryWords): boolean =>
  words.every((spellings) => spellings.some((word) => text.includes(word)));
