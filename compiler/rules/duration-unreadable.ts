import { excerpt, warning } from '../../core/note/problem.ts';

/** Without a duration, a later cut of the video cannot be detected. */
export const durationUnreadable = (duration: unknown) => warning('duration-unreadable', { value: excerpt(duration) });
