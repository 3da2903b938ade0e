import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import { lengthDifference } from '../video/recut.ts';
import { whatWasSaid } from './by-author.ts';
import { byLength, FULL_RATE, talkLengths } from './by-length.ts';
import type { FixedPoint } from './fixed-points.ts';
import { type SectionText, sectionTexts } from './note-text.ts';
import type { Placement } from './placement.ts';
import type { Anchor, Evidence, SectionTime, Timeline } from './timeline.ts';

/** One for each section in order; `null` where the evidence says nothing. */
export type Placements = readonly (Placement | null)[];

/** What every alignment starts from. */
export interface Given {
  readonly edition: Edition;
  readonly evidence: Evidence;
  readonly texts: readonly SectionText[];
  /** Of the video; guessed where neither the evidence nor the note has it. */
  readonly duration: Seconds;
  readonly isKnownLength: boolean;
  /** Starts that are known. */
  readonly fixed: readonly FixedPoint[];
  /** The author's times for another cut. */
  readonly hints: Placements;
  /** Whether the known starts rise with the sections. */
  readonly inOrder: boolean;
}

/** Reads the lengths and the known starts. */
export function prepare(edition: Edition, evidence: Evidence, anchors: readonly Anchor[]): Given {
  const texts = sectionTexts(edition);
  const duration = lengthOf(edition, evidence, texts);
  const isKnownLength = evidence.duration !== null || edition.duration !== null;
  return {
    edition,
    evidence,
    texts,
    duration,
    isKnownLength,
    ...whatWasSaid(edition, anchors, evidence, duration),
  };
}

/**
 * Makes a timeline of what the evidence says about some sections: known starts take precedence, gaps are divided by the
 * length of the text.
 *
 * @param ordered Whether the placements are those of a note in the order of the talk.
 */
export function settleTimeline(given: Given, placements: Placements, ordered: boolean): Timeline {
  const { edition, evidence, texts, duration, isKnownLength, fixed, hints } = given;
  const known = withFixed(withHints(placements, hints), fixed);
  // Chapters and proportions may be off by what was cut in or out.
  const difference = Math.abs(lengthDifference(edition.duration, evidence.duration));
  const filled = fill(known, talkLengths(texts), duration)
    .map((placement) => ({ ...placement, ...widened(placement, difference) }))
    .map((placement) => (isKnownLength ? placement : withoutLength(placement)));
  const isOrdered = ordered && given.inOrder;
  // No time lies beyond the video's end, where that is known.
  const end = isKnownLength ? duration : Number.POSITIVE_INFINITY;
  const settled = filled.map((placement) => settle(placement, end));
  const placed = isOrdered ? inOrder(settled) : settled;
  return {
    sections: placed.map(({ start, earliest, latest, source }, index): SectionTime => {
      const section = edition.sections[index]?.id ?? '';
      return { section, start, earliest: Math.min(start, earliest), latest: Math.max(start, latest), source };
    }),
    duration,
    ordered: isOrdered,
  };
}

function lengthOf(edition: Edition, evidence: Evidence, texts: readonly SectionText[]): Seconds {
  const cues = evidence.transcript?.cues ?? [];
  const last = Math.max(cues.at(-1)?.start ?? 0, evidence.chapters.at(-1)?.start ?? 0);
  if (evidence.duration !== null && evidence.duration > 0) return evidence.duration;
  if (edition.duration !== null) return Math.max(edition.duration, last);
  const lengths = talkLengths(texts).map((length) => length / FULL_RATE);
  // The section at the author's last start is taken to be as long as those before it.
  const said = Object.values(edition.timestamps);
  const noted = said.length > 0 ? Math.max(...said) * (1 + 1 / said.length) : 0;
  if (last > 0) return Math.max(last, noted);
  return Math.max(
    noted,
    lengths.reduce((sum, length) => sum + length, 0),
  );
}

/** The author's times for another cut count where the transcript gave none, unless the chapters' interval is narrower. */
function withHints(placements: Placements, hints: Placements): Placements {
  return placements.map((placement, index) => {
    const hint = hints[index] ?? null;
    if (!placement || !hint) return placement ?? hint;
    return placement.source === 'chapters' && widthOf(hint) < widthOf(placement) ? hint : placement;
  });
}

/** Without a transcript it is unknown where the difference lies: it may be before any section. */
function widened({ earliest, latest, source }: Placement, shift: Seconds): Pick<Placement, 'earliest' | 'latest'> {
  const guessed = source === 'chapters' || source === 'duration';
  return guessed ? { earliest: earliest - shift, latest: latest + shift } : { earliest, latest };
}

/** Shares of a length that was itself guessed from the text say little: a note may be a summary of hours. */
function withoutLength(placement: Placement): Placement {
  if (placement.source !== 'duration') return placement;
  const { start, earliest, latest } = placement;
  return { ...placement, earliest: Math.min(earliest, start / 2), latest: Math.max(latest, 2 * start + MARGIN) };
}

/** The first section may follow an introduction. */
const MARGIN: Seconds = 60;

function widthOf({ earliest, latest }: Placement): Seconds {
  return latest - earliest;
}

/** Known starts take precedence over all evidence. They are exact to the second. */
function withFixed(placements: Placements, fixed: readonly FixedPoint[]): Placements {
  return placements.map((placement, index) => {
    const point = fixed.find((other) => other.index === index);
    return point ? { start: point.start, earliest: point.start, latest: point.start, source: point.by } : placement;
  });
}

/** Divides the time between known starts among the sections without one, by the length of their text. */
function fill(placements: Placements, lengths: readonly number[], duration: Seconds): readonly Placement[] {
  const filled: Placement[] = [];
  for (let from = 0; from < placements.length; ) {
    const known = placements[from];
    let to = from + 1;
    while (to < placements.length && !placements[to]) to++;
    const start = known?.start ?? 0;
    const end = Math.max(start, placements[to]?.start ?? duration);
    const guesses = byLength(lengths, { from, to, start, end });
    filled.push(...(known ? [known, ...guesses.slice(1)] : guesses));
    from = to;
  }
  return filled;
}

/** Makes the starts non-decreasing, and none later than a known start below it. Known starts do not change. */
function inOrder(placements: readonly Placement[]): readonly Placement[] {
  let most = Number.POSITIVE_INFINITY;
  const held = placements
    .toReversed()
    .map((placement) => {
      if (isKnown(placement)) most = placement.start;
      return { ...placement, start: Math.min(placement.start, most) };
    })
    .reverse();
  let least = 0;
  return held.map((placement) => {
    least = Math.max(placement.start, least);
    return { ...placement, start: least };
  });
}

function isKnown(placement: Placement): boolean {
  return (placement.source === 'viewer' || placement.source === 'author') && widthOf(placement) === 0;
}

/** Keeps times inside the video and intervals around their start. Guesses are cut to tenths, known starts are exact. */
function settle(placement: Placement, duration: Seconds): Placement {
  if (isKnown(placement)) return placement;
  const inside = (time: Seconds) => Math.min(duration, Math.max(0, time));
  const start = Math.floor(inside(placement.start) * 10) / 10;
  const earliest = Math.floor(inside(placement.earliest) * 10) / 10;
  return { ...placement, start, earliest, latest: inside(Math.ceil(placement.latest * 10) / 10) };
}
