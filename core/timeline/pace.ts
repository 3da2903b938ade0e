import type { Seconds } from '../time/seconds.ts';
import { FULL_RATE } from './by-length.ts';
import type { Chunk } from './chunks.ts';
import { type Coarse, coarseObservation } from './coarse.ts';
import type { FixedPoint } from './fixed-points.ts';
import type { Pace } from './programme.ts';
import type { Unit } from './units.ts';

/** Mean observations between digressions and the like; see {@link Pace}. Chosen on the dev set. */
const DIGRESS = 0.03;
/** Factor on the digressions of a shortened note, and the least length of a digression in chunks. */
const SHORTENED = 0.2;
const LEAST_DIGRESSION = 7;

/**
 * How the talk moves through this note. Against a note shorter than a full translation the talk digresses more often and
 * for longer, and spends more words on what the note does tell.
 */
export function paceOf(
  units: readonly Unit[],
  chunks: readonly Chunk[],
  duration: Seconds,
  first: readonly number[],
  fixed: readonly FixedPoint[],
): Pace {
  const length = units.reduce((sum, unit) => sum + unit.length, 0);
  const cover = Math.min(1, length / (FULL_RATE * Math.max(1, duration)));
  // Between "told in full" (cover) and "the share of the note is the share of the talk" (1).
  const told = cover ** 0.7;
  const digress = DIGRESS + SHORTENED * (1 - cover) ** 2;
  const digressOn = 1 - 1 / Math.max(LEAST_DIGRESSION, (chunks.length * (1 - told)) / (units.length * digress));
  return {
    stays: Float64Array.from(units, (unit) => (unit.length / Math.max(1, length)) * chunks.length * told),
    digress,
    digressOn,
    resume: 0.05,
    skip: 0.35,
    leap: 1e-4,
    leapOn: 0.8,
    tail: Math.max(0.98, digressOn),
    off: 0.3 * cover ** 2,
    opens: Uint8Array.from(units, (unit) => (unit.opens ? 1 : 0)),
    opening: Float64Array.from(chunks, ({ opening }) => OPENING[opening]),
    fixed: fixed.map(({ index, start }) => ({
      unit: first[index] ?? units.length,
      observation: nearest(chunks, start),
    })),
  };
}

/** A section starts with a new speaker or at least a new sentence, hardly ever in the middle of one. */
export const OPENING: Readonly<Record<Chunk['opening'], number>> = { turn: 1, sentence: 0.4, none: 0.05 };

/** The same pace on the coarse grid, whose steps are longer. */
export function coarsePace(pace: Pace, { emissions, starts }: Coarse, units: readonly Unit[]): Pace {
  const observations = pace.opening.length / Math.max(1, emissions.observations);
  const size = units.length / Math.max(1, emissions.units);
  const stays = new Float64Array(emissions.units);
  const opens = new Uint8Array(emissions.units);
  for (let c = 0; c < emissions.units; c++) {
    const start = starts[c] as number;
    for (let u = start; u < (starts[c + 1] as number); u++) {
      stays[c] = (stays[c] as number) + (pace.stays[u] as number) / observations;
    }
    opens[c] = pace.opens[start] as number;
  }
  const longer = (probability: number) => 1 - Math.min(0.9, (1 - probability) * observations);
  return {
    ...pace,
    stays,
    opens,
    opening: new Float64Array(emissions.observations).fill(1),
    digress: Math.min(0.5, pace.digress * size),
    digressOn: longer(pace.digressOn),
    tail: longer(pace.tail),
    leapOn: pace.leapOn ** size,
    fixed: pace.fixed.map(({ unit, observation }) => ({
      unit: starts.findIndex((start) => start >= unit),
      observation: coarseObservation(observation),
    })),
  };
}

/** The chunk that begins nearest to a moment. */
function nearest(chunks: readonly Chunk[], time: Seconds): number {
  const after = chunks.findIndex((chunk) => chunk.start >= time);
  if (after < 0) return chunks.length;
  const before = chunks[after - 1];
  const next = chunks[after];
  return before && next && time - before.start < next.start - time ? after - 1 : after;
}
