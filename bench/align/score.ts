/** The least coverage of a dense note, which follows the talk in full. */
export const DENSE = 0.65;

interface Scored {
  readonly coverage: number;
  readonly sections: readonly { readonly start: number | null }[];
}

interface Aligned {
  readonly sections: readonly {
    readonly start: number | undefined;
    readonly earliest: number | undefined;
    readonly latest: number | undefined;
  }[];
  readonly ms: number;
}

/** Errors in seconds over the sections with a known start, except each video's first; shares in per cent. */
export function score(videos: readonly Scored[], aligned: readonly Aligned[]) {
  const rows = videos.flatMap((video, v) =>
    video.sections.flatMap(({ start }, s) => {
      const time = aligned[v]?.sections[s];
      if (s === 0 || start === null || time?.start === undefined) return [];
      const held = start >= (time.earliest ?? 0) - 2 && start <= (time.latest ?? 0) + 2;
      return [{ error: Math.abs(time.start - start), held, dense: video.coverage >= DENSE }];
    }),
  );
  const of = (part: typeof rows) => {
    const errors = part.map(({ error }) => error).sort((a, b) => a - b);
    const within = (limit: number) => percent(errors.filter((error) => error <= limit).length, errors.length);
    return {
      sections: errors.length,
      median: round(errors[Math.floor(errors.length / 2)] ?? Number.NaN),
      mean: round(errors.reduce((sum, error) => sum + error, 0) / errors.length),
      within15: within(15),
      within30: within(30),
      within60: within(60),
      intervalsHold: percent(part.filter(({ held }) => held).length, part.length),
    };
  };
  const times = aligned.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    dense: of(rows.filter(({ dense }) => dense)),
    condensed: of(rows.filter(({ dense }) => !dense)),
    msMedian: times[Math.floor(times.length / 2)] ?? null,
    msMost: times.at(-1) ?? null,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const percent = (part: number, all: number) => round((part / Math.max(1, all)) * 100);
