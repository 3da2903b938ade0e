import { shown, warning } from './rule.ts';

/** A section start that is no time. */
export const timestampUnreadable = (start: unknown) => {
  const value = shown(start);
  return warning('timestamp-unreadable', [value], `"${value}" is no time: write H:MM:SS`);
};
