import { shown, warning } from './rule.ts';

/** A term explained twice differently: one of them may be wrong. */
export const termRedefined = warning(
  'term-redefined',
  (term: string) => `"${shown(term)}" is explained again in other words: both explanations are kept`,
);
