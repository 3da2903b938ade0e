import { shown, warning } from './rule.ts';

/** A length that cannot be read warns nobody when the video was cut anew. */
export const durationUnreadable = warning(
  'duration-unreadable',
  (value: unknown) => `"${shown(value)}" is no length: write H:MM:SS or seconds`,
);
