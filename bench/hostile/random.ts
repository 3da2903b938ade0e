/** Pseudo-random numbers and choices, the same for the same seed. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** Mostly small, sometimes as large as `most`. */
  size(most: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** @param seed Any whole number. */
export function createRandom(seed: number): Random {
  // mulberry32
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    size: (most) => Math.max(1, Math.round(most ** (0.25 + 0.75 * next()))),
    pick: (list) => list[int(0, list.length - 1)] as never,
    chance: (share) => next() < share,
  };
}

/** The results of `count` calls of `make`, joined. */
export const times = (count: number, make: (at: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);
