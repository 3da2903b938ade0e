import type { Seconds } from '../time/seconds.ts';
import type { Alone, LonePlace } from './alone.ts';
import type { Chunk } from './chunks.ts';
import { coarseObservation, fineObservation } from './coarse.ts';
import type { WordEmissions } from './emissions.ts';
import type { FixedPoint } from './fixed-points.ts';
import { OPENING } from './pace.ts';
import type { Placement } from './placement.ts';
import type { Unit } from './units.ts';

/** Least advantage of a place found regardless of order over the place in order, in nats: a sentence or two of distinctive words. */
export const STRAY_LEAD = 25;

/**
 * Strays: sections told elsewhere than the order puts them, such as one of two that were swapped. A section whose best
 * place fits another section equally well is a repetition, not a stray, and stays where the order puts it.
 */
export function straysOf(
  placements: readonly (Placement | null)[],
  alone: Alone,
  times: readonly Seconds[],
  fixed: readonly FixedPoint[],
): ReadonlySet<number> {
  const last = times.length;
  const spans = placements.map((placement, s) => {
    const next = placements.slice(s + 1).find((other) => other !== null);
    const at = (time: Seconds | undefined) => (time === undefined ? last : firstIndex(times, time));
    return placement && { from: coarseObservation(at(placement.start)), to: coarseObservation(at(next?.start) + 3) };
  });
  const scoreIn = (s: number, span: { from: number; to: number } | null | undefined) =>
    span && span.to > span.from
      ? Math.max(0, alone.scoreOf(s, span.from, Math.min(span.to, coarseObservation(last))))
      : 0;
  const middle = ({ from, to }: LonePlace) => (from + to) / 2;
  // Sections told where the order puts them; the others are checked against these.
  const settled = alone.places.map((place, s) => {
    const span = spans[s];
    return place && span && middle(place) >= span.from - 2 && middle(place) <= span.to + 2 ? place : null;
  });
  const strays = new Set<number>();
  for (const [s, place] of alone.places.entries()) {
    if (s === 0 || !place || settled[s] || fixed.some(({ index }) => index === s)) continue;
    const here = scoreIn(s, spans[s]);
    if (place.score - here < STRAY_LEAD || here * 2 > place.score) continue;
    const astray = settled.some((other, o) => other && (o - s) * (middle(other) - middle(place)) < 0);
    const toldTwice = settled.some(
      (other, o) => other && o !== s && alone.scoreOf(o, place.from, place.to) > place.score / 2,
    );
    if (astray && !toldTwice) strays.add(s);
  }
  return strays;
}

/** The chunk near the beginning of a place found regardless of order where the section most likely starts. */
export function openingNear(
  { from }: LonePlace,
  section: number,
  emissions: WordEmissions,
  units: readonly Unit[],
  chunks: readonly Chunk[],
): number {
  const low = units.findIndex((unit) => unit.section === section);
  const high = units.findLastIndex((unit) => unit.section === section) + 1;
  const row = new Float64Array(units.length);
  const end = Math.min(chunks.length, fineObservation(from + 3));
  let best = fineObservation(from);
  let bestScore = Number.NEGATIVE_INFINITY;
  let score = 0;
  for (let t = end - 1; t >= Math.max(0, fineObservation(from - 3)); t--) {
    emissions.emit(t, row, low, high);
    let sum = 0;
    for (let u = low; u < high; u++) sum += row[u] as number;
    score += Math.log(sum / Math.max(1, high - low));
    const here = score + Math.log(OPENING[chunks[t]?.opening ?? 'none']);
    if (here > bestScore) {
      bestScore = here;
      best = t;
    }
  }
  return best;
}

function firstIndex(times: readonly Seconds[], time: Seconds): number {
  const index = times.findIndex((start) => start >= time);
  return index < 0 ? times.length : index;
}
