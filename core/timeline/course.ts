import { ALL, densities, density, FARTHEST, tail } from './deviation.ts';

/** One assumption on how the talk moves through the note. */
export interface Course {
  /** Speech of the note, in Han characters, per second of what it tells. */
  readonly rate: number;
  /** How uneven the pace is: standard deviation in seconds over one second; it grows with the square root of time. */
  readonly unrest: number;
  /** The part of a deviation that grows with time itself: whole passages told in more or fewer words. */
  readonly drift: number;
  /** Probability that what lies between two marks is left out of the note. */
  readonly omit: number;
  /** Probability that a mark lies exactly where a section begins. */
  readonly marked: number;
  /** Whether the note stops before the video does. */
  readonly stops: boolean;
  /** Share of the talk that the note skips, passage by passage, while it tells the rest in full; 0 to 1. */
  readonly skipped: number;
}

/** Mean length of a skipped passage, in seconds. */
const SKIPPED_LENGTH = 120;

/** Standard deviation, in speech, of what is told in a stretch of time. */
export function spreadOf({ rate, unrest, drift }: Course, time: number): number {
  return rate * Math.hypot(unrest * Math.sqrt(Math.max(1, time)), drift * time);
}

/** How much of the note is told in a stretch of time, in Han characters: a distribution without its constant factor. */
export interface Told {
  /** Less and more than this need not be considered. */
  readonly least: number;
  readonly most: number;
  readonly density: (told: number) => number;
  /** Writes `density(at[i] - before)` for `i` from `from` to `to`, inclusive, to `into` from its beginning. */
  readonly densities: (at: Float64Array, before: number, from: number, to: number, into: Float64Array) => void;
  /** Probability of more than this. */
  readonly beyond: (told: number) => number;
}

/**
 * What is told in a stretch of time: about the course's rate; where passages are skipped, and one may lie in the stretch,
 * anything from nothing to that.
 *
 * @param spread Standard deviation, in Han characters.
 */
export function toldIn({ rate, skipped }: Course, time: number, spread: number): Told {
  const mean = rate * time;
  const limit = Math.max(FARTHEST * spread, rate * 30);
  const most = mean + limit;
  if (skipped === 0) {
    return {
      least: mean - limit,
      most,
      density: (told) => density(told - mean, spread),
      densities: (at, before, from, to, into) => densities(at, before + mean, spread, from, to, into),
      beyond: (told) => tail(told - mean, spread),
    };
  }
  const whole = Math.exp((-skipped * time) / SKIPPED_LENGTH);
  const part = (1 - whole) * ALL;
  const even = part / mean;
  return {
    least: 0,
    most,
    density: (told) => whole * density(told - mean, spread) + (told < mean ? even : 0),
    densities: (at, before, from, to, into) => {
      densities(at, before + mean, spread, from, to, into);
      for (let i = from; i <= to; i++) {
        into[i - from] = whole * (into[i - from] as number) + ((at[i] as number) < before + mean ? even : 0);
      }
    },
    beyond: (told) => whole * tail(told - mean, spread) + part * Math.max(0, 1 - told / mean),
  };
}
