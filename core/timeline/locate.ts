import type { SectionId } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from './timeline.ts';

/** The place of a moment of the video in the note. */
export interface Position {
  /** Position of the section in the edition, from 0. */
  readonly index: number;
  readonly section: SectionId;
  /** How much of the section's time has passed, 0 to 1. */
  readonly progress: number;
  /** How long the section plays. */
  readonly length: Seconds;
}

/**
 * The section that plays at a moment: the one that started last. Of sections that start together it is the last one in
 * the note, since the others have no duration. `null` before the first section starts.
 */
export function locate(timeline: Timeline, seconds: Seconds): Position | null {
  let found = -1;
  let started = Number.NEGATIVE_INFINITY;
  for (const [index, time] of timeline.sections.entries()) {
    if (time.start > seconds || time.start < started) continue;
    found = index;
    started = time.start;
  }
  const current = timeline.sections[found];
  if (!current) return null;
  let end = Math.max(timeline.duration, current.start);
  for (const time of timeline.sections) if (time.start > current.start && time.start < end) end = time.start;
  const length = end - current.start;
  const progress = length > 0 ? Math.min(1, Math.max(0, (seconds - current.start) / length)) : 1;
  return { index: found, section: current.section, progress, length };
}
