import type { SectionId } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Anchor, Timeline } from './timeline.ts';

/** "This section starts here": the viewer's correction, in place of an earlier one of the same section. */
export function calibrate(anchors: readonly Anchor[], section: SectionId, start: Seconds): readonly Anchor[] {
  return [...withoutCalibration(anchors, section), { section, start: Math.max(0, start), by: 'viewer' }];
}

/** The start the viewer gave a section; `null` when it was not corrected. */
export function calibratedStart(anchors: readonly Anchor[], section: SectionId): Seconds | null {
  return anchors.findLast((anchor) => anchor.by === 'viewer' && anchor.section === section)?.start ?? null;
}

/** Forgets every correction of one section. */
export function withoutCalibration(anchors: readonly Anchor[], section: SectionId): readonly Anchor[] {
  return anchors.filter((anchor) => anchor.by !== 'viewer' || anchor.section !== section);
}

/** All section starts in whole seconds, as a note's `timestamps`. */
export function toTimestamps(timeline: Timeline): Readonly<Record<SectionId, Seconds>> {
  return Object.fromEntries(timeline.sections.map((time) => [time.section, Math.floor(time.start)]));
}
