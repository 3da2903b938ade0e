import { warning } from '../../core/note/problem.ts';

/** An unclosed block would swallow the sections below it. */
export const detailsUnclosed = () => warning('details-unclosed');
