import type { Emissions } from './emissions.ts';

/** How the talk moves through the note, as probabilities per observation. */
export interface Pace {
  /** Expected number of observations each unit lasts. */
  readonly stays: Float64Array;
  /** Probability that a unit is followed by something the note leaves out: a digression. */
  readonly digress: number;
  /** Probability that a digression goes on. */
  readonly digressOn: number;
  /** Probability that an ended digression returns to the unit it left rather than going on to the next. */
  readonly resume: number;
  /** Probability of leaving out a unit, and another, and another. */
  readonly skip: number;
  /** Probability of leaping far ahead, as when the note tells a passage twice, and of each unit leapt over. */
  readonly leap: number;
  readonly leapOn: number;
  /** Probability that a digression goes on after the last unit: the note may stop before the talk. */
  readonly tail: number;
  /** Cost of a digression per word that the note could have produced: 0 none, 1 as much as an unrelated unit. */
  readonly off: number;
  /** Units that open a section (1) or do not (0). */
  readonly opens: Uint8Array;
  /** Factor on opening a section at each observation: low in the middle of a sentence. */
  readonly opening: Float64Array;
  /** Known boundaries: unit `unit` is reached at observation `observation`, neither earlier nor later. */
  readonly fixed: readonly { readonly unit: number; readonly observation: number }[];
  /** The units to consider per observation, as found by {@link corridor}. */
  readonly within?: Corridor;
}

/** Units `first[t] … last[t]` (exclusive) for each observation `t`; neither ever falls. */
export interface Corridor {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The sums over all paths. */
export interface Posterior {
  /** `reached[k][t]`: probability that by observation `t` the talk has reached boundary `k`. Never falls with `t`. */
  readonly reached: readonly Float32Array[];
  /** Mean log-likelihood ratio of an observation: told along the note versus not told at all. */
  readonly gain: number;
}

/** Beam: states less likely than this relative to the best are pruned. Far below the probability of any useful leap. */
const BEAM = 1e-24;

/** One moment of the forward pass: the states `low … high` and their probabilities. */
interface Slice {
  readonly low: number;
  readonly high: number;
  readonly unit: Float32Array;
  readonly gap: Float32Array;
}

/**
 * The sum over all monotone ways of telling the note along the talk: the forward–backward algorithm (Baum et al. 1970)
 * on a left-to-right hidden Markov model with one state per unit, a gap before each unit and one after the last, skips
 * and leaps. `boundaries` are unit numbers in rising order. Time and memory grow with observations × units at worst;
 * the beam keeps them to what the evidence leaves open.
 */
export function forwardBackward(emissions: Emissions, pace: Pace, boundaries: readonly number[]): Posterior {
  const { slices, gain } = forward(emissions, pace);
  const reached = boundaries.map(() => new Float32Array(emissions.observations));
  backward(emissions, pace, slices, (t, slice, x, y) => readBoundaries(slice, x, y, boundaries, reached, t));
  return { reached, gain };
}

/** The units that hold all but `outside` of the probability on either side, for each observation; and the gain. */
export function corridor(emissions: Emissions, pace: Pace, outside: number): Corridor & { readonly gain: number } {
  const { slices, gain } = forward(emissions, pace);
  const first = new Int32Array(emissions.observations);
  const last = new Int32Array(emissions.observations);
  backward(emissions, pace, slices, (t, { low, high, unit, gap }, x, y) => {
    const at = (u: number) =>
      (unit[u - low] as number) * (x[u] as number) + (gap[u + 1 - low] as number) * (y[u + 1] as number);
    let mass = (gap[0] as number) * (y[low] as number);
    for (let u = low; u < high; u++) mass += at(u);
    let from = low;
    for (let sum = (gap[0] as number) * (y[low] as number); from < high - 1; from++) {
      sum += at(from);
      if (sum > mass * outside) break;
    }
    let to = high;
    for (let sum = 0; to > from + 1; to--) {
      sum += at(to - 1);
      if (sum > mass * outside) break;
    }
    first[t] = from;
    last[t] = to;
  });
  return { first, last, gain };
}

function forward(emissions: Emissions, pace: Pace): { slices: readonly Slice[]; gain: number } {
  const { observations: T, units: U, floor } = emissions;
  const { digress, digressOn, resume, skip, leap, leapOn, tail, opens, opening } = pace;
  const { leave, first, last } = limits(emissions, pace);
  const step = (1 - leap) * (1 - skip);
  const far = leap * (1 - leapOn);
  const row = new Float64Array(U + 1);
  const slices: Slice[] = [];
  // a[u]: in unit u. b[g]: in the gap before unit g, which belongs to the unit before it.
  let a = new Float64Array(U + 2);
  let b = new Float64Array(U + 2);
  let nextA = new Float64Array(U + 2);
  let nextB = new Float64Array(U + 2);
  b[0] = 1;
  let low = 0;
  let gain = 0;
  for (let t = 0; t < T; t++) {
    const from = first[t] as number;
    const to = last[t] as number;
    emissions.emit(t, row, low, to);
    row.fill(0, low, from);
    const gap = (floor[t] as number) ** pace.off;
    const open = opening[t] as number;
    let near = 0;
    let wide = 0;
    let sum = 0;
    let left = 0;
    for (let u = low; u < to; u++) {
      const here = b[u] as number;
      const source = left * (1 - digress) + here * (1 - digressOn) * (u === 0 ? 1 : 1 - resume);
      near = near * skip + source;
      wide = wide * leapOn + source;
      const back = (b[u + 1] as number) * (u + 1 === U ? 1 - tail : 1 - digressOn) * resume;
      const entering = (step * near + far * wide) * (opens[u] === 1 ? open : 1);
      const out = leave[u] as number;
      const stay = a[u] as number;
      const unit = (stay * (1 - out) + entering + back) * (row[u] as number);
      const off = u <= from && from > 0 ? 0 : (here * digressOn + left * digress) * gap;
      left = stay * out;
      nextA[u] = unit;
      nextB[u] = off;
      sum += unit + off;
    }
    // The gap after the last allowed unit still belongs to that unit.
    nextB[to] = ((b[to] as number) * (to === U ? tail : digressOn) + left * digress) * gap;
    sum += nextB[to] as number;
    if (!(sum > 0)) {
      // No path meets the fixed points: restart at the first unit they allow.
      nextA.fill(0, low, to);
      nextB.fill(0, low, to + 1);
      nextB[to] = from === to ? 1 : 0;
      nextA[from] = from === to ? 0 : 1;
      sum = 1;
    }
    const least = sum * BEAM;
    const scale = 1 / sum;
    while (low < to && (nextA[low] as number) < least && (nextB[low] as number) < least) low++;
    let high = low;
    for (let u = low; u < to; u++) {
      const unit = nextA[u] as number;
      const off = nextB[u] as number;
      if (unit >= least || off >= least) high = u + 1;
      nextA[u] = unit < least ? 0 : unit * scale;
      nextB[u] = off < least ? 0 : off * scale;
    }
    nextB[to] = (nextB[to] as number) * scale;
    if ((nextB[to] as number) > BEAM) high = to;
    nextA.fill(0, to, U + 1);
    nextB.fill(0, to + 1, U + 1);
    gain += Math.log(sum);
    [a, nextA] = [nextA, a];
    [b, nextB] = [nextB, b];
    slices.push({
      low,
      high,
      unit: new Float32Array(a.subarray(low, high)),
      gap: new Float32Array(b.subarray(low, high + 1)),
    });
  }
  return { slices, gain: T > 0 ? gain / T : 0 };
}

/** Visits the observations from last to first, each with its forward slice and the likelihood of all that follows. */
function backward(
  emissions: Emissions,
  pace: Pace,
  slices: readonly Slice[],
  visit: (t: number, slice: Slice, x: Float64Array, y: Float64Array) => void,
): void {
  const { observations: T, units: U, floor } = emissions;
  const { digress, digressOn, resume, skip, leap, leapOn, tail, opens, opening } = pace;
  const { leave, first } = limits(emissions, pace);
  const step = (1 - leap) * (1 - skip);
  const far = leap * (1 - leapOn);
  const row = new Float64Array(U + 1);
  // x[u], y[g]: likelihood of all that follows, from unit u or gap g.
  let x = new Float64Array(U + 2);
  let y = new Float64Array(U + 2);
  let nextX = new Float64Array(U + 2);
  let nextY = new Float64Array(U + 2);
  // The same times the likelihood of this observation there; nothing outside the forward pass's window.
  const inUnit = new Float64Array(U + 3);
  const inGap = new Float64Array(U + 3);
  // The talk may end anywhere in the note, at the price of skipping or leaping over the rest.
  for (let u = U; u >= 0; u--) {
    const rest = Math.min(1, Math.max(skip ** (U - 1 - u), leap * leapOn ** (U - 1 - u)));
    x[u] = rest;
    y[u] = u === U ? 1 : rest * skip;
  }
  for (let t = T - 1; t >= 0; t--) {
    const slice = slices[t] as Slice;
    visit(t, slice, x, y);
    const before = slices[t - 1];
    if (!before) break;
    const { low, high } = slice;
    const from = first[t] as number;
    emissions.emit(t, row, low, high);
    const gap = (floor[t] as number) ** pace.off;
    const open = opening[t] as number;
    const top = Math.max(high, before.high);
    for (let u = before.low; u <= top; u++) {
      inUnit[u] = u >= low && u >= from && u < high ? (row[u] as number) * (x[u] as number) : 0;
      inGap[u] = u >= low && u <= high && (u > from || from === 0) ? gap * (y[u] as number) : 0;
    }
    inUnit[top + 1] = 0;
    inGap[top + 1] = 0;
    let near = 0;
    let wide = 0;
    let peak = 0;
    for (let u = top; u >= before.low; u--) {
      const here = inUnit[u] as number;
      const out = leave[u] as number;
      const unit =
        (1 - out) * here + out * (digress * (inGap[u + 1] as number) + (1 - digress) * (step * near + far * wide));
      const entering = opens[u] === 1 ? here * open : here;
      near = entering + skip * near;
      wide = entering + leapOn * wide;
      const on = u === U ? tail : digressOn;
      const back = u === 0 ? 0 : resume;
      const returning = u > before.low ? (inUnit[u - 1] as number) : 0;
      const off = on * (inGap[u] as number) + (1 - on) * ((1 - back) * (step * near + far * wide) + back * returning);
      nextX[u] = unit;
      nextY[u] = off;
      if (unit > peak) peak = unit;
      if (off > peak) peak = off;
    }
    const scale = peak > 0 ? 1 / peak : 1;
    for (let u = before.low; u <= top; u++) {
      nextX[u] = (nextX[u] as number) * scale;
      nextY[u] = (nextY[u] as number) * scale;
    }
    [x, nextX] = [nextX, x];
    [y, nextY] = [nextY, y];
  }
}

/** Sums the posterior of one observation from the end of the note and reads it off at the boundaries. */
function readBoundaries(
  slice: Slice,
  x: Float64Array,
  y: Float64Array,
  boundaries: readonly number[],
  reached: readonly Float32Array[],
  t: number,
) {
  const { low, high, unit, gap } = slice;
  let mass = (gap[0] as number) * (y[low] as number);
  for (let u = low; u < high; u++) {
    mass += (unit[u - low] as number) * (x[u] as number) + (gap[u + 1 - low] as number) * (y[u + 1] as number);
  }
  let beyond = 0;
  let u = high;
  for (let k = boundaries.length - 1; k >= 0; k--) {
    const boundary = boundaries[k] as number;
    while (u > low && u > boundary) {
      u--;
      beyond += (unit[u - low] as number) * (x[u] as number) + (gap[u + 1 - low] as number) * (y[u + 1] as number);
    }
    (reached[k] as Float32Array)[t] = boundary < low ? 1 : mass > 0 ? beyond / mass : 0;
  }
}

/** The probability of leaving each unit, and between which units the fixed points leave each observation. */
function limits({ observations, units }: Emissions, { stays, fixed, within }: Pace) {
  // A unit lasts at least one observation.
  const leave = Float64Array.from({ length: units + 2 }, (_, u) => 1 / Math.max(1.05, stays[u] ?? 1.05));
  const first = within?.first.slice() ?? new Int32Array(observations);
  const last = within?.last.slice() ?? new Int32Array(observations).fill(units);
  for (const { unit, observation } of fixed) {
    for (let t = 0; t < observations; t++) {
      if (t >= observation) first[t] = Math.max(first[t] as number, unit);
      else last[t] = Math.min(last[t] as number, unit);
    }
  }
  return { leave, first, last };
}
