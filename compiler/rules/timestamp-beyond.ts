import { shown, warning } from './rule.ts';

/** A start after the end of the video cannot be sought. */
export const timestampBeyond = (start: unknown) => {
  const value = shown(start);
  return warning('timestamp-beyond', [value], `${value} lies beyond the duration of the video`);
};
