import { type Course, spreadOf, toldIn } from './course.ts';
import { type Line, reachFrom, reachOver, stays, toldAfter, type Walk, walkOf } from './reach.ts';

/** A moment of the video at which the talk is somewhere in the note. */
export interface Observation {
  /** In seconds; observations are in rising order. */
  readonly time: number;
  /** Likelihood ratio of each position given the observation: before each unit, and the end of the note. */
  readonly evidence: Float64Array;
  /** The position when it is known. */
  readonly unit: number | null;
}

/** Where the talk is at each observation, and between which positions it moves from one to the next. */
export interface Ways {
  /** `at[k][x]`: probability that observation `k` is at position `x`. */
  readonly at: readonly Float64Array[];
  /** Calls back with each likely pair of positions of observation `k` and the next, and its probability. */
  readonly between: (k: number, visit: (from: number, to: number, probability: number) => void) => void;
}

/** States less likely than this are pruned. */
const LEAST = 1e-6;
/** Pairs less likely than this do not move a section. */
const LEAST_PAIR = 1e-3;

/**
 * The sum over all ways of assigning observations to positions of the note, none before the one of the observation above it
 * (forward–backward). The first observation is at its known position. `log` is the log-likelihood of the observations under
 * the course, comparable between courses over the same observations; `ways` runs the backward pass on demand.
 */
export function follow(
  line: Line,
  observations: readonly Observation[],
  course: Course,
  duration: number,
): { log: number; ways: () => Ways } {
  const end = line.at.length - 1;
  const walk = walkOf(line, course);
  const reach = reachOver(end);
  const forward: Float64Array[] = [];
  const broken = new Set<number>();
  let log = 0;
  let now = new Float64Array(end + 1);
  now[observations[0]?.unit ?? 0] = 1;
  forward.push(now);
  for (let k = 1; k < observations.length; k++) {
    const { time, evidence, unit } = observations[k] as Observation;
    const next = new Float64Array(end + 1);
    const told = toldAfter(course, time - (observations[k - 1] as Observation).time);
    let within = 0;
    for (let x = 0; x <= end; x++) {
      const here = now[x] as number;
      if (here < LEAST) continue;
      next[x] = (next[x] as number) + here * stays(course, x === end);
      reachFrom(reach, line, walk, told, x);
      within += here * reach.within;
      const { from, count, values } = reach;
      const scale = here * reach.scale;
      for (let i = 0; i < count; i++) next[from + i] = (next[from + i] as number) + scale * (values[i] as number);
    }
    let sum = 0;
    for (let x = 0; x <= end; x++) {
      next[x] = unit === null || unit === x ? (next[x] as number) * (evidence[x] as number) : 0;
      sum += next[x] as number;
    }
    if (!(sum > 0)) {
      // No path leads to a known position: restart there.
      broken.add(k);
      next[unit ?? end] = 1;
      sum = 1;
      log += IMPOSSIBLE;
    }
    // That ways past the note's end are no ways is nothing the chapters say against the course.
    log += Math.log(sum / within);
    for (let x = 0; x <= end; x++) next[x] = (next[x] as number) / sum;
    now = next;
    forward.push(now);
  }
  const closing = closingOf(line, course, duration - (observations.at(-1)?.time ?? 0), duration);
  let sum = 0;
  for (let x = 0; x <= end; x++) sum += (now[x] as number) * (closing[x] as number);
  log += Math.log(Math.max(Number.MIN_VALUE, sum));
  return { log, ways: () => waysOf(line, observations, walk, forward, closing, broken) };
}

const IMPOSSIBLE = -50;

/** Likelihood of the rest of the video given the rest of the note, relative to having no observation. */
function closingOf({ at }: Line, course: Course, rest: number, duration: number): Float64Array {
  const end = at.length - 1;
  const total = at[end] as number;
  const told = total / course.rate;
  const left = course.stops ? Math.max(0, told - (duration - rest)) : rest;
  const loose = course.stops ? course.rate * LOOSE_END * told : 0;
  const ending = toldIn(course, left, Math.hypot(spreadOf(course, Math.max(20, left)), loose));
  const all = course.stops ? told : duration;
  const usual =
    course.stops && left === 0
      ? 1 / (course.rate * 60)
      : toldIn(course, all, Math.hypot(spreadOf(course, all), loose)).density(total);
  return at.map((before, x) => {
    if (course.stops && x === end) return 1 / (course.rate * 60) / usual;
    return ending.density(total - before) / usual;
  });
}

/** Uncertainty of the moment at which a note stops, as a share of what it tells. */
const LOOSE_END = 0.1;

function waysOf(
  line: Line,
  observations: readonly Observation[],
  walk: Walk,
  forward: readonly Float64Array[],
  closing: Float64Array,
  broken: ReadonlySet<number>,
): Ways {
  const { course } = walk;
  const end = line.at.length - 1;
  const reach = reachOver(end);
  const backward: Float64Array[] = new Array(observations.length);
  backward[observations.length - 1] = normal(closing);
  // Likelihood of everything after observation k from position x on, with the evidence of the next observation.
  const follows = (k: number): Float64Array => {
    const { evidence, unit } = observations[k + 1] as Observation;
    const after = backward[k + 1] as Float64Array;
    return after.map((value, y) => (unit === null || unit === y ? value * (evidence[y] as number) : 0));
  };
  const toldUntilNext = (k: number) =>
    toldAfter(course, (observations[k + 1] as Observation).time - (observations[k] as Observation).time);
  for (let k = observations.length - 2; k >= 0; k--) {
    const before = new Float64Array(end + 1);
    if (broken.has(k + 1)) before.fill(1);
    else {
      const ahead = follows(k);
      const told = toldUntilNext(k);
      for (let x = 0; x <= end; x++) {
        if (((forward[k] as Float64Array)[x] as number) < LEAST) continue;
        let sum = stays(course, x === end) * (ahead[x] as number);
        reachFrom(reach, line, walk, told, x);
        const { from, count, values, scale } = reach;
        for (let i = 0; i < count; i++) sum += scale * (values[i] as number) * (ahead[from + i] as number);
        before[x] = sum;
      }
    }
    backward[k] = normal(before);
  }
  const at = forward.map((values, k) => {
    const both = values.map((value, x) => value * ((backward[k] as Float64Array)[x] as number));
    const sum = both.reduce((all, value) => all + value, 0);
    return sum > 0 ? both.map((value) => value / sum) : values;
  });
  const between: Ways['between'] = (k, visit) => {
    if (k + 1 >= observations.length || broken.has(k + 1)) return;
    const ahead = follows(k);
    const likely = at[k] as Float64Array;
    const told = toldUntilNext(k);
    for (let x = 0; x < end; x++) {
      const here = likely[x] as number;
      if (here < LEAST_PAIR) continue;
      reachFrom(reach, line, walk, told, x);
      const { from, count, values, scale } = reach;
      let sum = course.omit * (ahead[x] as number);
      for (let i = 0; i < count; i++) sum += scale * (values[i] as number) * (ahead[from + i] as number);
      if (!(sum > 0)) continue;
      for (let i = 0; i < count; i++) {
        const pair = (here * scale * (values[i] as number) * (ahead[from + i] as number)) / sum;
        if (pair >= LEAST_PAIR) visit(x, from + i, pair);
      }
    }
  };
  return { at, between };
}

function normal(values: Float64Array): Float64Array {
  const most = values.reduce((best, value) => Math.max(best, value), 0);
  return most > 0 ? values.map((value) => value / most) : values.fill(1);
}
