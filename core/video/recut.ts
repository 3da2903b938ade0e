import type { Seconds } from '../time/seconds.ts';

/**
 * Whether a video was probably re-cut since its note was written: its length differs from the note's by more than
 * 2 % or by more than a minute. Shorter differences are encoder padding and trimmed end cards, which move no section.
 * Unknown lengths prove nothing.
 */
export function wasRecut(noted: Seconds | null, actual: Seconds | null): boolean {
  if (noted === null || actual === null || noted <= 0 || actual <= 0) return false;
  const difference = Math.abs(noted - actual);
  return difference > 60 || difference > noted * 0.02;
}

/** Differences this small are padding. No advertisement is as short. */
const PADDING: Seconds = 5;

/**
 * How much longer (or, negative, shorter) a video is than its note says, in seconds. 0 where a length is unknown, or the
 * difference is small and may come from padding or rounding: some notes give whole minutes.
 */
export function lengthDifference(noted: Seconds | null, actual: Seconds | null): Seconds {
  if (noted === null || actual === null || noted <= 0 || actual <= 0) return 0;
  const difference = actual - noted;
  const nothing = noted % 60 === 0 ? 60 : PADDING;
  return Math.abs(difference) > nothing || wasRecut(noted, actual) ? difference : 0;
}
