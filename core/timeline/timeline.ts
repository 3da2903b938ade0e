import type { SectionId } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Transcript } from '../transcript/cue.ts';

/** A chapter of the video as YouTube lists it. */
export interface Chapter {
  readonly start: Seconds;
  readonly title: string;
}

/** What is known about the video's clock besides the note. Any part may be missing. */
export interface Evidence {
  /** Length of the video, or `null` for a live stream or while unknown. */
  readonly duration: Seconds | null;
  readonly chapters: readonly Chapter[];
  /** Who made the chapters: the uploader, or YouTube's own guess ("key moments"). */
  readonly chapterOrigin: 'uploader' | 'automatic' | 'unknown';
  readonly transcript: Transcript | null;
}

/** A known section start: written by the author or set by the viewer. */
export interface Anchor {
  readonly section: SectionId;
  readonly start: Seconds;
  readonly by: 'author' | 'viewer';
}

/**
 * What a section's time is based on, best first: set by the viewer or the author; the note's original words found in the
 * transcript; the translation matched to the transcript; chapters; only the length of the text.
 */
export type TimeSource = 'viewer' | 'author' | 'original' | 'transcript' | 'chapters' | 'duration';

export interface SectionTime {
  readonly section: SectionId;
  readonly start: Seconds;
  /** The true start lies within `earliest..latest` with about 95 % confidence. */
  readonly earliest: Seconds;
  readonly latest: Seconds;
  readonly source: TimeSource;
}

/** The result of aligning a note to a video: one time per section, in the note's order. */
export interface Timeline {
  readonly sections: readonly SectionTime[];
  readonly duration: Seconds;
  /** False when the note does not follow the talk's order, so that starts may go back and forth. */
  readonly ordered: boolean;
}

const timesOf = new WeakMap<Timeline, ReadonlyMap<SectionId, SectionTime>>();

/** A section's time; `undefined` without a timeline, and for an unknown section. Called for every row of a list. */
export function timeOf(timeline: Timeline | null, section: SectionId): SectionTime | undefined {
  if (!timeline) return undefined;
  const times = timesOf.get(timeline) ?? new Map(timeline.sections.map((time) => [time.section, time]));
  timesOf.set(timeline, times);
  return times.get(section);
}
