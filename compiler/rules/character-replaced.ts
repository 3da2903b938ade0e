import { warning } from '../../core/note/problem.ts';

/** Characters no text can hold, NUL and halves of surrogate pairs, and those that make it read as something else. */
export const characterReplaced = () => warning('character-replaced');
