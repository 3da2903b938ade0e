import { excerpt, warning } from '../../core/note/problem.ts';

/** Sections follow the talk; a start before that of an earlier section is usually a slip. */
export const timestampOrder = (id: string) => warning('timestamp-order', { id: excerpt(id) });
