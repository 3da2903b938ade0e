import { error } from '../../core/note/problem.ts';

/** A note without a video cannot be shown beside one. */
export const sourceMissing = () => error('source-missing');
