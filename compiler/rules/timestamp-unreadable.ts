import { excerpt, warning } from '../../core/note/problem.ts';

/** A section start that is not a time. */
export const timestampUnreadable = (start: unknown) => warning('timestamp-unreadable', { value: excerpt(start) });
