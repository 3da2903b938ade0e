import { excerpt, warning } from '../../core/note/problem.ts';

/** A section start that is no time. */
export const timestampUnreadable = (start: unknown) => warning('timestamp-unreadable', { value: excerpt(start) });
