import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import { lengthDifference, wasRecut } from '../video/recut.ts';
import { type FixedPoint, fixedPoints, isOutOfOrder } from './fixed-points.ts';
import type { Placement } from './placement.ts';
import { shiftedFrom } from './shifted.ts';
import type { Anchor, Evidence } from './timeline.ts';

/** Section starts given by the author or the viewer. */
export interface Said {
  /** Reliable starts. */
  readonly fixed: readonly FixedPoint[];
  /** Per section: where the author's time puts it when the video has been re-cut since; otherwise `null`. */
  readonly hints: readonly (Placement | null)[];
  /** False when what was said goes back in time: the note does not follow the talk then. */
  readonly inOrder: boolean;
}

/** Half width in seconds of the interval around an author's time in a re-cut video: cuts rarely come alone. */
const MARGIN: Seconds = 45;

/**
 * Section starts given by the author and the viewer. When the video's length differs from the note's, the author's times
 * are of another cut: they become hints, each shifted by the cut's most likely shift there, and only the viewer's
 * corrections are reliable. A difference of seconds counts as a cut only where it shows.
 *
 * @param duration Length to go by; the evidence's may be unknown.
 * @param shows Whether what was heard shows that the times are shifted.
 */
export function whatWasSaid(
  edition: Edition,
  anchors: readonly Anchor[],
  { duration: actual, chapters }: Evidence,
  duration: Seconds,
  shows = false,
): Said {
  const noted = edition.duration;
  const asNoted = (): Said => {
    const fixed = fixedPoints(edition, anchors, duration);
    return { fixed, hints: edition.sections.map(() => null), inOrder: !isOutOfOrder(fixed) };
  };
  const difference = lengthDifference(noted, actual);
  if (noted === null || actual === null || difference === 0) return asNoted();
  const viewers = anchors.filter(({ by }) => by === 'viewer');
  const fixed = fixedPoints({ ...edition, timestamps: {} }, viewers, duration);
  const authored = fixedPoints(
    edition,
    anchors.filter(({ by }) => by === 'author'),
    Math.max(noted, duration),
  );
  const timeOf = new Map(authored.map(({ index, start }) => [index, start]));
  const starts = isOutOfOrder(authored) ? [] : authored.map(({ start }) => start);
  const from = shiftedFrom(starts, chapters, difference);
  if (from === null && !shows && !wasRecut(noted, actual)) return asNoted();
  // The shift is known at both ends, at the viewer's corrections, and on both sides of a cut that the chapters show.
  const moves: Move[] = [
    { at: 0, by: 0 },
    ...(from === null
      ? []
      : [
          { at: starts[from - 1] ?? 0, by: 0 },
          { at: starts[from] as Seconds, by: difference },
        ]),
    ...fixed.flatMap(({ index, start }) => {
      const at = timeOf.get(index);
      return at === undefined ? [] : [{ at, by: start - at }];
    }),
    { at: noted, by: actual - noted },
  ].sort((a, b) => a.at - b.at);
  return {
    fixed,
    hints: edition.sections.map((_, index) => {
      const start = timeOf.get(index);
      return start === undefined ? null : moved(start, moves);
    }),
    inOrder: !isOutOfOrder(fixed) && !isOutOfOrder(authored),
  };
}

/** How far a moment of the noted cut lies from the same moment in the actual one. */
interface Move {
  readonly at: Seconds;
  readonly by: Seconds;
}

/** A cut may lie anywhere between two known shifts, so shifts between them are interpolated. */
function moved(start: Seconds, moves: readonly Move[]): Placement {
  const after = moves.find(({ at }) => at >= start) ?? { at: start, by: 0 };
  const before = moves.findLast(({ at }) => at <= start) ?? after;
  const share = after.at > before.at ? (start - before.at) / (after.at - before.at) : 0;
  return {
    start: start + before.by + share * (after.by - before.by),
    earliest: start + Math.min(before.by, after.by) - MARGIN,
    latest: start + Math.max(before.by, after.by) + MARGIN,
    source: 'author',
  };
}
