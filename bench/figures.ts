/** Collects the figures of one run of a bench, so that a program can compare runs. */
export interface Figures {
  /** @param name What is measured and the unit, e.g. `panel open, ms/min`. A figure that could not be measured is `null`. */
  add(name: string, value: number | null | undefined): void;
  /** With `--json` prints all figures as one line of JSON; call it last. */
  print(): void;
}

/** @param bench The name of its npm script. */
export function createFigures(bench: string): Figures {
  const figures: Record<string, number | null> = {};
  return {
    add(name, value) {
      figures[name] = value == null || !Number.isFinite(value) ? null : Number(value.toPrecision(6));
    },
    print() {
      if (process.argv.includes('--json')) console.log(JSON.stringify({ bench, figures }));
    },
  };
}

/** The command line's arguments that are not options. */
export const plainArguments = (): string[] => process.argv.slice(2).filter((given) => !given.startsWith('--'));

/** The quantile of some values; `NaN` for an empty list. @param share From 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
