import { error } from './rule.ts';

/** A note is matched by its video: without one there is nothing to show it beside. */
export const sourceMissing = () =>
  error('source-missing', [], 'the note names no video: add `source: https://www.youtube.com/watch?v=…`');
