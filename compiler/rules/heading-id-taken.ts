import { excerpt, warning } from '../../core/note/problem.ts';

/** Editions share ids; the second section of an id would be lost. */
export const headingIdTaken = (id: string) => warning('heading-id-taken', { id: excerpt(id) });
