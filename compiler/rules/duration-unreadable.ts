import { shown, warning } from './rule.ts';

/** A length that cannot be read warns nobody when the video was cut anew. */
export const durationUnreadable = (duration: unknown) => {
  const value = shown(duration);
  return warning('duration-unreadable', [value], `"${value}" is no length: write H:MM:SS or seconds`);
};
