import { type WordEmissions, wordEmissions } from './emissions.ts';
import type { Corridor } from './programme.ts';
import type { Unit } from './units.ts';

/** How many observations and units make one of the coarse grid: a sixteenth of the work or so. */
const OBSERVATIONS = 4;
const UNITS = 4;
/** Half width of the band around the coarse path, in coarse steps. */
const MARGIN = 3;

/** The same evidence at a lower resolution. */
export interface Coarse {
  readonly emissions: WordEmissions;
  /** The first fine unit of each coarse one, and the number of fine units at the end. */
  readonly starts: readonly number[];
  /** The section of each coarse unit. */
  readonly section: Int32Array;
}

/**
 * Joins neighbouring observations and neighbouring units of a section. A joined observation has the words of all; a joined
 * unit lifts a word by the mean of its parts, as if each part were equally likely to be told.
 */
export function coarsen(fine: WordEmissions, units: readonly Unit[]): Coarse {
  const group = new Int32Array(fine.units);
  const starts: number[] = [];
  const sections: number[] = [];
  for (const [u, unit] of units.entries()) {
    const start = starts.at(-1);
    if (start === undefined || unit.opens || u - start >= UNITS) {
      starts.push(u);
      sections.push(unit.section);
    }
    group[u] = starts.length - 1;
  }
  starts.push(fine.units);
  const observations = Math.ceil(fine.observations / OBSERVATIONS);
  const from = new Int32Array(observations + 1);
  const floor = new Float64Array(observations).fill(1);
  for (let t = 0; t < fine.observations; t++) {
    const c = Math.floor(t / OBSERVATIONS);
    from[c + 1] = fine.from[t + 1] as number;
    floor[c] = (floor[c] as number) * (fine.floor[t] as number);
  }
  const at = new Int32Array(fine.at.length);
  const unit = new Int32Array(fine.unit.length);
  const lift = new Float64Array(fine.unit.length);
  let k = 0;
  for (let word = 0; word + 1 < fine.at.length; word++) {
    const begin = k;
    for (let i = fine.at[word] as number; i < (fine.at[word + 1] as number); i++) {
      const g = group[fine.unit[i] as number] as number;
      if (k === begin || unit[k - 1] !== g) {
        unit[k] = g;
        lift[k] = 1;
        k++;
      }
      const size = (starts[g + 1] as number) - (starts[g] as number);
      lift[k - 1] = (lift[k - 1] as number) + ((fine.lift[i] as number) - 1) / size;
    }
    at[word + 1] = k;
  }
  const emissions = wordEmissions({
    observations,
    units: sections.length,
    floor,
    from,
    words: fine.words,
    at,
    unit,
    lift,
  });
  return { emissions, starts, section: Int32Array.from(sections) };
}

/** The band of the coarse grid on the fine grid, with a margin on all sides. */
export function refine(coarse: Coarse, { first, last }: Corridor, observations: number): Corridor {
  const fineFirst = new Int32Array(observations);
  const fineLast = new Int32Array(observations);
  for (let t = 0; t < observations; t++) {
    const c = Math.floor(t / OBSERVATIONS);
    const before = first[Math.max(0, c - MARGIN)] as number;
    const after = last[Math.min(last.length - 1, c + MARGIN)] as number;
    fineFirst[t] = coarse.starts[Math.max(0, before - MARGIN)] as number;
    fineLast[t] = coarse.starts[Math.min(coarse.starts.length - 1, after + MARGIN)] as number;
  }
  // Tolerant where the grids disagree, but monotone.
  for (let t = 1; t < observations; t++) fineLast[t] = Math.max(fineLast[t] as number, fineLast[t - 1] as number);
  for (let t = observations - 2; t >= 0; t--)
    fineFirst[t] = Math.min(fineFirst[t] as number, fineFirst[t + 1] as number);
  return { first: fineFirst, last: fineLast };
}

/** The coarse observation that holds a fine one. */
export function coarseObservation(observation: number): number {
  return Math.floor(observation / OBSERVATIONS);
}

/** The first fine observation of a coarse one. */
export function fineObservation(observation: number): number {
  return observation * OBSERVATIONS;
}
