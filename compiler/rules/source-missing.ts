import { error } from '../../core/note/problem.ts';

/** A note is matched by its video: without one there is nothing to show it beside. */
export const sourceMissing = () => error('source-missing');
