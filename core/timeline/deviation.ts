/** Share of the stretches that are far off the pace, and how far: pauses, digressions, advertisements. */
const WILD = 0.05;
const WILDER = 4;
/** Search limit, in standard deviations. */
export const FARTHEST: number = WILDER * 2.5;

const STEPS = 50;
const TABLE = Float64Array.from({ length: Math.ceil(FARTHEST * STEPS) + 2 }, (_, i) => {
  const z = i / STEPS;
  return (1 - WILD) * Math.exp(-0.5 * z * z) + (WILD * Math.exp(-0.5 * (z / WILDER) ** 2)) / WILDER;
});

/** Density of a deviation, without its constant factor. */
export function density(deviation: number, spread: number): number {
  const i = Math.round((Math.abs(deviation) / spread) * STEPS);
  return i < TABLE.length ? (TABLE[i] as number) / spread : 0;
}

/**
 * Writes the densities of `at[i] - mean` for `i` from `from` to `to`, inclusive, to `into` from its beginning. The same as
 * {@link density}, for the hottest loop of the placement by chapters.
 */
export function densities(
  at: Float64Array,
  mean: number,
  spread: number,
  from: number,
  to: number,
  into: Float64Array,
): void {
  const steps = STEPS / spread;
  const factor = 1 / spread;
  for (let i = from; i <= to; i++) {
    const step = (Math.abs((at[i] as number) - mean) * steps + 0.5) | 0;
    into[i - from] = step < TABLE.length ? (TABLE[step] as number) * factor : 0;
  }
}

const TAILS = tailsOf(TABLE);

/** `tails[i]`: integral of the densities beyond each deviation, in standard deviations. */
function tailsOf(densities: Float64Array): Float64Array {
  const tails = new Float64Array(densities.length);
  for (let i = densities.length - 2; i >= 0; i--) {
    tails[i] = (tails[i + 1] as number) + ((densities[i] as number) + (densities[i + 1] as number)) / 2 / STEPS;
  }
  return tails;
}

/** Integral of {@link density} over all deviations. */
export const ALL: number = 2 * (TAILS[0] as number);

/** Probability of exceeding a deviation, without the same constant factor as {@link density}. */
export function tail(deviation: number, spread: number): number {
  const i = Math.min(TAILS.length - 1, Math.round((Math.abs(deviation) / spread) * STEPS));
  const beyond = TAILS[i] as number;
  return deviation >= 0 ? beyond : ALL - beyond;
}
