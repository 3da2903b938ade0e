import type { Coarse } from './coarse.ts';

/** Where a section fits best regardless of the note's order, in coarse observations. */
export interface LonePlace {
  readonly from: number;
  readonly to: number;
  /** Log-likelihood ratio of what is said there: told by this section versus by none. */
  readonly score: number;
}

export interface Alone {
  /** One per section; `null` for a section without evidence. */
  readonly places: readonly (LonePlace | null)[];
  /** Evidence for a section between two observations (exclusive), in nats. */
  readonly scoreOf: (section: number, from: number, to: number) => number;
}

/** Least evidence of an observation, in nats: keeps weak similarity from extending a place. */
const TOLL = 0.3;

/**
 * Places every section by itself: the stretch of talk with the highest total likelihood ratio (Kadane's maximum
 * subarray), each part of the section being equally likely to be told at any moment.
 */
export function placeAlone({ emissions, section }: Coarse, sections: number): Alone {
  const { observations: T, units: U } = emissions;
  const parts = new Float64Array(sections);
  for (const s of section) parts[s] = (parts[s] as number) + 1;
  const row = new Float64Array(U);
  const sum = new Float64Array(sections);
  // total[s * (T + 1) + t]: evidence for section s before observation t.
  const total = new Float64Array(sections * (T + 1));
  for (let t = 0; t < T; t++) {
    emissions.emit(t, row, 0, U);
    sum.fill(0);
    for (let u = 0; u < U; u++) sum[section[u] as number] = (sum[section[u] as number] as number) + (row[u] as number);
    for (let s = 0; s < sections; s++) {
      const k = s * (T + 1) + t;
      const nats = (parts[s] as number) > 0 ? Math.log((sum[s] as number) / (parts[s] as number)) - TOLL : 0;
      total[k + 1] = (total[k] as number) + nats;
    }
  }
  const scoreOf = (s: number, from: number, to: number) =>
    (total[s * (T + 1) + to] as number) - (total[s * (T + 1) + from] as number);
  const places = Array.from({ length: sections }, (_, s): LonePlace | null => {
    let best: LonePlace | null = null;
    let least = 0;
    for (let t = 1; t <= T; t++) {
      const score = scoreOf(s, least, t);
      if (score > (best?.score ?? 0)) best = { from: least, to: t, score };
      if (score < 0) least = t;
    }
    return best;
  });
  return { places, scoreOf };
}

/** Share of the pairs of sections whose best places are in the note's order, each pair weighted by its weaker member. */
export function orderliness({ places }: Alone): number {
  let pairs = 0;
  let good = 0;
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      if (!a || !b) continue;
      const weight = Math.min(a.score, b.score);
      pairs += weight;
      if (a.from <= b.from) good += weight;
    }
  }
  return pairs > 0 ? good / pairs : 1;
}
