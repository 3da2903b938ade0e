import type { Seconds } from '../core/time/seconds.ts';

/** A list with one slip in five times is still an outline. */
const IN_ORDER = 0.8;

/**
 * Whether times ascend but for a slip or two: their longest non-decreasing subsequence holds at least four in five, or all of
 * them where there are fewer than four. O(n log n).
 */
export function isAscending(starts: readonly Seconds[]): boolean {
  /** The smallest last element of a non-decreasing subsequence, by length. */
  const ends: Seconds[] = [];
  for (const start of starts) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    ends[low] = start;
  }
  return starts.length < 4 ? ends.length === starts.length : ends.length >= IN_ORDER * starts.length;
}
