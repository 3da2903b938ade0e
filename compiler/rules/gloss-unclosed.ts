import { shown, warning } from './rule.ts';

/** Where the closing parenthesis is missing nobody knows where the explanation ends. */
export const glossUnclosed = warning(
  'gloss-unclosed',
  (term: string) => `the explanation of "${shown(term)}" opens a parenthesis that never closes`,
);
