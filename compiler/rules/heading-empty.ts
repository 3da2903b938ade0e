import { warning } from '../../core/note/problem.ts';

/** A heading without words cannot be listed. */
export const headingEmpty = () => warning('heading-empty');
