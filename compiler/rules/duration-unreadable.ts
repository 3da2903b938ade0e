import { excerpt, warning } from '../../core/note/problem.ts';

/** Without a length nothing tells that the video was cut since. */
export const durationUnreadable = (duration: unknown) => warning('duration-unreadable', { value: excerpt(duration) });
