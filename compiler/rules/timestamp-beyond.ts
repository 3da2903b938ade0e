import { excerpt, warning } from '../../core/note/problem.ts';

/** The player cannot seek to a start after the end of the video. */
export const timestampBeyond = (start: unknown) => warning('timestamp-beyond', { value: excerpt(start) });
