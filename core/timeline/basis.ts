import type { Seconds } from '../time/seconds.ts';
import type { SectionTime, Timeline, TimeSource } from './timeline.ts';

/** Largest half width in seconds of a sure time: a click on it lands close enough to the start. */
export const SURE: Seconds = 15;

/** Whether the true start may lie farther off than {@link SURE}, or the note's author timed another cut of the video. */
export function isUnsure({ source, earliest, latest }: SectionTime): boolean {
  const width = latest - earliest;
  return width > 2 * SURE || (source === 'author' && width > 0);
}

/** What a note's times rest on, as a whole. */
export interface Basis {
  /** What most of them are based on; original words found in the transcript count as the transcript. */
  readonly source: Exclude<TimeSource, 'original'>;
  /** About how far off they may be, to either side, rounded for readers; `null` where most are sure. */
  readonly slack: Seconds | null;
  readonly unsure: number;
}

/** Round values for how far off, in seconds. */
const STEPS: readonly Seconds[] = [20, 30, 45, 60, 120, 180, 300, 600, 900, 1800, 3600];

const known = new WeakMap<Timeline, Basis | null>();

/** `null` without sections. What the viewer has corrected counts only where nothing else is left. */
export function basisOf(timeline: Timeline): Basis | null {
  // Called with every tick of the clock.
  const before = known.get(timeline);
  if (before !== undefined) return before;
  const basis = makeBasis(timeline);
  known.set(timeline, basis);
  return basis;
}

function makeBasis({ sections }: Timeline): Basis | null {
  const counts = new Map<Basis['source'], number>();
  for (const { source } of sections) {
    const ground = source === 'original' ? 'transcript' : source;
    counts.set(ground, (counts.get(ground) ?? 0) + 1);
  }
  const all = [...counts].sort(([, a], [, b]) => b - a);
  const [source] = all.find(([ground]) => ground !== 'viewer') ?? all[0] ?? [];
  if (!source) return null;
  const widths = sections.filter(isUnsure).map(({ earliest, latest }) => latest - earliest);
  // That the first section starts at the start is no evidence for the others.
  const inDoubt = sections.filter(({ source: ground, earliest, latest }) => ground !== 'duration' || latest > earliest);
  const mostAreUnsure = widths.length * 2 > inDoubt.length;
  return { source, slack: mostAreUnsure ? rounded(median(widths) / 2) : null, unsure: widths.length };
}

/** Whether times are exact. */
export const isExact = ({ slack }: Basis): boolean => slack === null;

/** Whether a transcript could say more: the times are unsure, or rest on chapters or the length alone. */
export const restsOnLess = ({ source, slack }: Basis): boolean =>
  slack !== null || source === 'chapters' || source === 'duration';

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** To the nearest of the steps, by ratio. */
function rounded(seconds: Seconds): Seconds {
  const distance = (step: Seconds) => Math.abs(Math.log(step / Math.max(seconds, 1)));
  return STEPS.reduce((best, step) => (distance(step) < distance(best) ? step : best));
}
