import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from './timeline.ts';

/** Within the first seconds of a section, "back" goes to the section before it, as on any music player. */
const JUST_STARTED: Seconds = 3;

/**
 * Where "next section" (1) or "previous section" (-1) leads from a moment of the video: the nearest start after it, or
 * the start of the section playing, and once that has just started the one before. `null` when there is none.
 */
export function step(timeline: Timeline, from: Seconds, by: 1 | -1): Seconds | null {
  const starts = timeline.sections.map(({ start }) => start).sort((a, b) => a - b);
  const found =
    by === 1 ? starts.find((start) => start > from) : starts.findLast((start) => start < from - JUST_STARTED);
  return found ?? (by === -1 ? (starts.findLast((start) => start <= from) ?? null) : null);
}
