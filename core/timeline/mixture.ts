import type { Seconds } from '../time/seconds.ts';
import type { Placement } from './placement.ts';
import type { TimeSource } from './timeline.ts';

/** A component of the mixture for one start: a normal distribution, or a single moment when `spread` is 0. */
export interface Guess {
  readonly weight: number;
  readonly time: Seconds;
  readonly spread: Seconds;
}

/** Nine points that represent a normal distribution: the median of each ninth of it, in standard deviations. */
const NINTHS = [-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593];
/** Probability on either side of the interval, and seconds added to it on either side. */
const OUTSIDE = 0.03;
const MARGIN: Seconds = 3;
/** Mixtures with less total weight than this give no placement. */
const LEAST_WEIGHT = 0.1;

/** The median of all guesses, which has the least mean error, with an interval of quantiles; `null` without guesses. */
export function guessesToPlacement(guesses: readonly Guess[], end: Seconds, source: TimeSource): Placement | null {
  const points = guesses.flatMap(({ weight, time, spread }) =>
    spread < 1
      ? [{ weight, time }]
      : NINTHS.map((z) => ({ weight: weight / NINTHS.length, time: Math.min(end, Math.max(0, time + z * spread)) })),
  );
  points.sort((a, b) => a.time - b.time);
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (total < LEAST_WEIGHT) return null;
  const at = (quantile: number) => {
    let sum = 0;
    for (const { weight, time } of points) {
      sum += weight;
      if (sum >= quantile * total) return time;
    }
    return end;
  };
  return {
    start: at(0.5),
    earliest: Math.max(0, at(OUTSIDE) - MARGIN),
    latest: Math.min(end, at(1 - OUTSIDE) + MARGIN),
    source,
  };
}
