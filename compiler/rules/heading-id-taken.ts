import { excerpt, warning } from '../../core/note/problem.ts';

/** Ids are unique within a note; the second section with an id would be lost. */
export const headingIdTaken = (id: string) => warning('heading-id-taken', { id: excerpt(id) });
