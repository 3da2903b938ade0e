import type { Seconds } from '../time/seconds.ts';
import { type SectionText, spokenLength } from './note-text.ts';
import type { Placement } from './placement.ts';

/** Han characters of a complete Chinese translation per second of talk. */
export const FULL_RATE: number = 4.6;

/** What opening a subject takes besides its text: a question, a pause, an "all right". In Han characters. */
const OPENING_LENGTH = 40;

/** The amount of talk that each section corresponds to, in Han characters; 0 for one without text. */
export function talkLengths(texts: readonly SectionText[]): readonly number[] {
  return texts.map(({ paragraphs }) => {
    const length = paragraphs.reduce((sum, { text, pace }) => sum + spokenLength(text) * pace, 0);
    return length > 0 ? length + OPENING_LENGTH : 0;
  });
}

/** A stretch of the note between two known section starts, and the time it takes. */
export interface Stretch {
  /** Sections `from … to` (exclusive); `from` starts at `start`. */
  readonly from: number;
  readonly to: number;
  readonly start: Seconds;
  readonly end: Seconds;
}

/**
 * Divides the time of a stretch among its sections in proportion to their text. The error is a random walk fixed at both
 * ends: it grows with the square root of the distance to the nearer end, and with what the note leaves out.
 */
export function byLength(lengths: readonly number[], { from, to, start, end }: Stretch): readonly Placement[] {
  const inside = lengths.slice(from, to);
  const total = inside.reduce((sum, length) => sum + length, 0);
  const time = Math.max(0, end - start);
  const cover = Math.min(1, total / (FULL_RATE * Math.max(1, time)));
  let before = 0;
  return inside.map((length) => {
    const share = total > 0 ? before / total : 0;
    before += length;
    const at = start + share * time;
    const slack =
      MARGIN + (WALK * Math.sqrt(time) + (1 - cover) * LEFT_OUT * time) * 2 * Math.sqrt(share * (1 - share));
    return {
      start: at,
      earliest: share === 0 ? start : Math.max(start, at - slack),
      latest: share === 0 ? start : Math.min(end, at + slack),
      source: 'duration',
    };
  });
}

/** Half width of the interval in the middle of a stretch, per root of its seconds: 2.4 min for an hour. */
const WALK = 2.4;
/** The same as a share of the stretch, for what a shortened note leaves out: all of it may lie on one side. */
const LEFT_OUT = 0.4;
const MARGIN: Seconds = 5;
