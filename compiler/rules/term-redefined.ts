import { shown, warning } from './rule.ts';

/** A term explained twice differently: one of them may be wrong. */
export const termRedefined = (term: string) => {
  const value = shown(term);
  return warning('term-redefined', [value], `"${value}" is explained again in other words: both explanations are kept`);
};
