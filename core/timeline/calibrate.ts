import type { SectionId } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Anchor, Timeline } from './timeline.ts';

/**
 * "This section starts now": adds the viewer's correction to the anchors kept for a video. Anchors are a log, so that
 * {@link undoCalibration} can bring back what was said before; `align` takes the last word on each section.
 */
export function calibrate(anchors: readonly Anchor[], section: SectionId, start: Seconds): readonly Anchor[] {
  return [...anchors, { section, start: Math.max(0, start), by: 'viewer' }];
}

/** Takes the viewer's last correction back. Without one, the anchors are returned as they are. */
export function undoCalibration(anchors: readonly Anchor[]): readonly Anchor[] {
  const last = anchors.findLastIndex((anchor) => anchor.by === 'viewer');
  return last < 0 ? anchors : anchors.toSpliced(last, 1);
}

/** Forgets every correction of one section. */
export function withoutCalibration(anchors: readonly Anchor[], section: SectionId): readonly Anchor[] {
  return anchors.filter((anchor) => anchor.by !== 'viewer' || anchor.section !== section);
}

/** All section starts in whole seconds, as a note's `timestamps`. */
export function toTimestamps(timeline: Timeline): Readonly<Record<SectionId, Seconds>> {
  return Object.fromEntries(timeline.sections.map((time) => [time.section, Math.floor(time.start)]));
}
