import { excerpt, warning } from '../../core/note/problem.ts';

/** A term explained twice differently: one of them may be wrong. */
export const termRedefined = (term: string) => warning('term-redefined', { term: excerpt(term) });
