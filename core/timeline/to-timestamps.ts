import type { SectionId } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from './timeline.ts';

/** All section starts in whole seconds, as a note's `timestamps`. */
export function toTimestamps(timeline: Timeline): Readonly<Record<SectionId, Seconds>> {
  return Object.fromEntries(timeline.sections.map((time) => [time.section, Math.floor(time.start)]));
}
