import { shown, warning } from './rule.ts';

/** Where the closing parenthesis is missing nobody knows where the explanation ends. */
export const glossUnclosed = (term: string) => {
  const value = shown(term);
  return warning('gloss-unclosed', [value], `the explanation of "${value}" opens a parenthesis that never closes`);
};
