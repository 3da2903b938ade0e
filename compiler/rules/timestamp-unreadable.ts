import { shown, warning } from './rule.ts';

/** A section start that is no time. */
export const timestampUnreadable = warning(
  'timestamp-unreadable',
  (value: unknown) => `"${shown(value)}" is no time: write H:MM:SS`,
);
