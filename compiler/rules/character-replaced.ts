import { warning } from '../../core/note/problem.ts';

/** Characters no text can hold: NUL, and halves of surrogate pairs. */
export const characterReplaced = () => warning('character-replaced');
