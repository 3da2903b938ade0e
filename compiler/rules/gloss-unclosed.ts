import { excerpt, warning } from '../../core/note/problem.ts';

/** Without a closing parenthesis the end of the explanation is unknown. */
export const glossUnclosed = (term: string) => warning('gloss-unclosed', { term: excerpt(term) });
