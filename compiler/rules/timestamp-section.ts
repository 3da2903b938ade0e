import { excerpt, warning } from '../../core/note/problem.ts';

/** A start whose section is not there: the heading was renamed. */
export const timestampSection = (id: string) => warning('timestamp-section', { id: excerpt(id) });
