import type { Seconds } from '../time/seconds.ts';

/**
 * The source of a regular expression for a moment as caption files write it, without groups: `00:01:02.500`,
 * `0:1:2,5`, `01:02`, `00:01:02:500`, with spaces where programs leave them.
 */
export const CUE_TIME = '(?:\\d{1,4} ?: ?)?\\d{1,3} ?: ?\\d{1,2}(?: ?[.,:] ?\\d{1,9})?';

const PARTS = /^(?:(\d{1,4}) ?: ?)?(\d{1,3}) ?: ?(\d{1,2})(?: ?[.,:] ?(\d{1,9}))?$/u;

/** Reads what {@link CUE_TIME} matches; `null` for anything else. */
export function readCueTime(text: string): Seconds | null {
  const match = PARTS.exec(text);
  if (!match) return null;
  const [, h, m = '', s = '', fraction] = match;
  // A program that pads no field means 5 milliseconds by `0:0:4,5`; any other half a second by `00:00:04,5`.
  const unpadded = s.length === 1 || (h !== undefined && m.length === 1);
  const rest = fraction === undefined ? 0 : unpadded ? Number(fraction) / 1000 : Number(`0.${fraction}`);
  return Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s) + rest;
}
