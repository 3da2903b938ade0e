import { type Course, spreadOf, type Told, toldIn } from './course.ts';
import { firstAtLeast } from './first-at-least.ts';

/** The note as a line of positions. */
export interface Line {
  /** Speech told before each position; the last is the total. */
  readonly at: Float64Array;
  /** Positions at which a section begins. */
  readonly opens: Uint8Array;
  readonly openings: number;
}

/**
 * What a stretch of time may tell from one position on: for `count` positions from `from` on, the probability that the talk is
 * there, times how much likelier a chapter is at such a position than at any of the text. The second factor must not be
 * normalised away, or a course that meets no start of a section would explain the chapters as well as one that meets many.
 */
export interface Reach {
  from: number;
  count: number;
  /** The product for `from + i` is `scale · values[i]`. Reused for the next position: this is the hottest loop. */
  readonly values: Float64Array;
  scale: number;
  /** Probability that the stretch ends within the note. */
  within: number;
}

export const reachOver = (end: number): Reach => ({
  from: 0,
  count: 0,
  values: new Float64Array(end + 1),
  scale: 0,
  within: 1,
});

/** A course over a note's line. */
export interface Walk {
  readonly course: Course;
  /** Prior of a chapter at each position: at a section's beginning, or anywhere in the text. */
  readonly weights: Float64Array;
  /** Text at each position. */
  readonly sizes: Float64Array;
}

export function walkOf(line: Line, course: Course): Walk {
  const end = line.at.length - 1;
  const sizes = line.at.map((told, x) => (x === end ? AFTERWARDS * course.rate : (line.at[x + 1] as number) - told));
  return { course, weights: weightsOf(line, course), sizes };
}

function weightsOf({ at, opens, openings }: Line, { marked, stops, rate }: Course): Float64Array {
  const end = at.length - 1;
  const total = at[end] as number;
  return Float64Array.from(at, (told, x) => {
    // After the end of a note that stops early a chapter says nothing of the note.
    if (x === end) return (stops ? 1 : AFTERWARDS * rate) / total;
    return opens[x] === 1 ? marked / openings : ((1 - marked) * ((at[x + 1] as number) - told)) / total;
  });
}

/** How many seconds of talk come after the note's end, unless the note stops early: few. */
const AFTERWARDS = 5;

/**
 * Probability that the talk is at the same position at the next mark. After the end of a note that stops early it always is;
 * otherwise what lies between was left out, at the end as anywhere else. Were it free there, the sections of a summary would
 * move towards the beginning.
 */
export const stays = ({ stops, omit }: Course, isAtEnd: boolean): number => (isAtEnd && stops ? 1 : omit);

/** Finds what is within reach of position `x`, given what is told until the next mark. */
export function reachFrom(reach: Reach, { at }: Line, { weights, sizes, course }: Walk, told: Told, x: number): void {
  const end = at.length - 1;
  reach.count = 0;
  reach.within = stays(course, x === end);
  if (x === end) return;
  const before = at[x] as number;
  const from = Math.min(course.stops ? end : end + 1, Math.max(x + 1, firstAtLeast(at, before + told.least)));
  const to = Math.min(end, firstAtLeast(at, before + told.most));
  const { values } = reach;
  const last = course.stops ? Math.min(to, end - 1) : to;
  told.densities(at, before, from, last, values);
  let sum = 1e-30;
  for (let y = from; y <= last; y++) {
    const near = values[y - from] as number;
    values[y - from] = near * (weights[y] as number);
    sum += near * (sizes[y] as number);
  }
  const beyond = told.beyond((at[end] as number) - before);
  if (last < to) {
    values[end - from] = beyond * (weights[end] as number);
    sum += beyond;
  }
  // A note that goes on to the end of the talk cannot be over before it.
  const past = course.stops ? 0 : beyond;
  reach.from = from;
  reach.count = Math.max(0, to - from + 1);
  reach.scale = ((1 - course.omit) * (at[end] as number)) / (sum + past);
  reach.within = course.omit + ((1 - course.omit) * sum) / (sum + past);
}

/** What is told in a stretch of time, at the course's own spread. */
export const toldAfter = (course: Course, time: number): Told => toldIn(course, time, spreadOf(course, time));
