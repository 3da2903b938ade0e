import { shown, warning } from './rule.ts';

/** A start after the end of the video cannot be sought. */
export const timestampBeyond = warning(
  'timestamp-beyond',
  (value: unknown) => `${shown(value)} lies beyond the duration of the video`,
);
