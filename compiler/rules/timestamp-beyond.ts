import { excerpt, warning } from '../../core/note/problem.ts';

/** A start after the end of the video cannot be sought. */
export const timestampBeyond = (start: unknown) => warning('timestamp-beyond', { value: excerpt(start) });
