import { warning } from '../../core/note/problem.ts';

/** NUL and unpaired surrogates cannot be stored; overrides of the writing direction make a text read as something else. */
export const characterReplaced = () => warning('character-replaced');
