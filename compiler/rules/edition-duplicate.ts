import { warning } from '../../core/note/problem.ts';

/** Two notes with the same text would be two entries in every list, with nothing to choose between. */
export const editionDuplicate = (earlier: string) => warning('edition-duplicate', { earlier });
