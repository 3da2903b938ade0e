import { warning } from '../../core/note/problem.ts';

/** The same words twice: two entries in every list, and nothing to choose between. */
export const editionDuplicate = (earlier: string) => warning('edition-duplicate', { earlier });
