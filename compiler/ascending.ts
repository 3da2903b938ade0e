import type { Seconds } from '../core/time/seconds.ts';

/** A slip in one time of five is still an outline. */
const IN_ORDER = 0.8;

/**
 * Whether times follow one another, but for a slip or two: the longest run of them that never goes back holds four in
 * five. O(n log n).
 */
export function isAscending(starts: readonly Seconds[]): boolean {
  /** The least time with which a run of each length can end. */
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
