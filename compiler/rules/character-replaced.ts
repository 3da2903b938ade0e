import { warning } from './rule.ts';

/** Characters no text can hold: NUL, and halves of surrogate pairs. */
export const characterReplaced = () =>
  warning('character-replaced', [], 'NUL and half characters cannot be stored: they became �');
