import type { EpisodeEdition } from '../note/episode.ts';
import { type NoteKey, noteKey } from '../note/note-id.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { Seconds } from '../time/seconds.ts';
import { basisOf, isExact } from './basis.ts';
import type { Anchor, SectionTime, Timeline } from './timeline.ts';

/** Section starts that came from a transcript, as they are kept for a note. */
export interface Remembered {
  /** Fingerprint of the note's text: for a changed note the times no longer hold. */
  readonly text: string;
  /** The length of the video when they were kept. */
  readonly duration: Seconds;
  readonly ordered: boolean;
  readonly sections: readonly SectionTime[];
  /** The transcript they came from. */
  readonly heard: HeardIn;
  /** Milliseconds since 1970, of when it was kept. */
  readonly at: number;
}

/** What the transcript was that gave the times. */
export interface HeardIn {
  /** BCP 47; `null` when it did not say. */
  readonly language: string | null;
  /** Whether that is the language of the original sound; `null` where it was not asked for. */
  readonly original: 'yes' | 'no' | 'unknown' | null;
  /** Whether YouTube translated it. */
  readonly translated: boolean;
}

/** What is kept for one video, by note. */
export type RememberedOfVideo = Readonly<Record<NoteKey, Remembered>>;

/** Tolerance in seconds: players round, and premieres differ a little. */
const SAME_LENGTH: Seconds = 2;

const prints = new WeakMap<EpisodeEdition['sections'], string>();

function textOf({ sections }: EpisodeEdition): string {
  const print = prints.get(sections) ?? fingerprint(JSON.stringify(sections));
  prints.set(sections, print);
  return print;
}

/**
 * What is to be kept of a timeline; `null` when it does not rest on a transcript, is not exact, or the length is unknown.
 * @param edition A written one, never a conversion.
 */
export function toRemember(
  edition: EpisodeEdition,
  timeline: Timeline,
  duration: Seconds | null,
  heard: HeardIn,
  now: number,
): Remembered | null {
  const basis = basisOf(timeline);
  if (duration === null || basis?.source !== 'transcript' || !isExact(basis)) return null;
  const { ordered, sections } = timeline;
  return { text: textOf(edition), duration, ordered, sections, heard, at: now };
}

/**
 * The times kept for a note, with the viewer's corrections of today.
 * @param duration The length of the video now; `null` while unknown.
 * @returns `null` when nothing is kept, or the note or the length has changed since.
 */
export function fromRemembered(
  kept: RememberedOfVideo,
  edition: EpisodeEdition,
  duration: Seconds | null,
  anchors: readonly Anchor[],
): Timeline | null {
  const remembered = kept[noteKey(edition.note)];
  if (!remembered || isStale(remembered, edition, duration)) return null;
  const { sections, ordered } = remembered;
  return {
    sections: sections.map((time, at) => withAnchor(time, sections[at - 1], sections[at + 1], remembered, anchors)),
    duration: duration ?? remembered.duration,
    ordered,
  };
}

/** Whether the note or the video has changed since. */
export function isStale({ text, duration: then, sections }: Remembered, edition: EpisodeEdition, now: Seconds | null) {
  const sameSections =
    sections.length === edition.sections.length &&
    sections.every(({ section }, at) => section === edition.sections[at]?.id);
  return text !== textOf(edition) || !sameSections || (now !== null && Math.abs(now - then) > SAME_LENGTH);
}

/** A correction takes precedence; one removed since leaves an estimate between its neighbours. */
function withAnchor(
  time: SectionTime,
  before: SectionTime | undefined,
  after: SectionTime | undefined,
  { duration }: Remembered,
  anchors: readonly Anchor[],
): SectionTime {
  const anchor = anchors.findLast(({ section }) => section === time.section);
  if (anchor) {
    const { start } = anchor;
    return { section: time.section, start, earliest: start, latest: start, source: anchor.by };
  }
  if (time.source !== 'viewer') return time;
  const earliest = Math.min(before?.start ?? 0, time.start);
  const latest = Math.max(after?.start ?? duration, time.start);
  return { ...time, earliest, latest, source: 'duration' };
}

/** Intervals wider than this are not compared. */
const VAGUE: Seconds = 600;
/** Least improvement by another transcript; otherwise all times would move for no benefit. */
const CLEARLY = 0.8;

/** How far apart the ends of a timeline's intervals are, in the mean. */
export function vagueness({ sections }: Timeline): Seconds {
  const widths = sections.map(({ earliest, latest }) => Math.min(VAGUE, latest - earliest));
  return widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
}

/** Whether a transcript explains the note clearly better than the present one, and so replaces it. */
export function explainsBetter(next: Timeline, present: Timeline): boolean {
  return vagueness(next) < CLEARLY * vagueness(present);
}
