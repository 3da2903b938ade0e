import type { Seconds } from '../time/seconds.ts';
import { firstAtLeast } from './first-at-least.ts';
import type { Posterior } from './programme.ts';
import type { TimeSource } from './timeline.ts';

/** Where one kind of evidence puts the start of a section. */
export interface Placement {
  readonly start: Seconds;
  readonly earliest: Seconds;
  readonly latest: Seconds;
  readonly source: TimeSource;
}

/** Confidence of the interval, and how much the observations' resolution widens it. */
export interface Certainty {
  /** Probability on either side of the interval. */
  readonly outside: number;
  readonly margin: Seconds;
}

/**
 * Reads the start of each section off the probabilities of having reached it: the median, which has the least mean
 * error, with an interval of quantiles. `null` where the observations most likely end before the section.
 */
export function placementsOf(
  passage: Posterior,
  times: readonly Seconds[],
  end: Seconds,
  source: TimeSource,
  { outside, margin }: Certainty,
): readonly (Placement | null)[] {
  return passage.reached.map((series) => {
    const at = (quantile: number) => times[firstAtLeast(series, quantile)] ?? end;
    if ((series.at(-1) ?? 0) < 0.5) return null;
    const start = at(0.5);
    return {
      start,
      earliest: Math.max(0, Math.min(start, at(outside) - margin)),
      latest: Math.min(end, Math.max(start, at(1 - outside) + margin)),
      source,
    };
  });
}
