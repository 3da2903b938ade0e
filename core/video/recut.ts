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
