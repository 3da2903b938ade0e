import { excerpt, warning } from '../../core/note/problem.ts';

/** A start for a section that does not exist: probably its heading was renamed. */
export const timestampSection = (id: string) => warning('timestamp-section', { id: excerpt(id) });
