import type { Seconds } from '../time/seconds.ts';
import { SURE } from './basis.ts';
import type { FixedPoint } from './fixed-points.ts';
import type { Placement } from './placement.ts';
import type { Chapter } from './timeline.ts';

/** Fewer shifted starts than this prove nothing. */
const FEWEST = 2;
/** The same as a share of the starts that can be checked. */
const LEAST_SHARE = 0.2;
/** Authors are seldom more exact than this. */
const TOLERANCE: Seconds = 4;

/**
 * Whether what was heard shows that an advertisement or a cut lies between the author's times: sections start later (or
 * earlier) than the author says, in the direction of the video's difference in length. One at the very end moves nothing.
 *
 * @param difference How much longer the video is than the note says; negative when it is shorter.
 */
export function heardShifted(
  heard: readonly (Placement | null)[],
  authored: readonly FixedPoint[],
  difference: Seconds,
): boolean {
  const errors = authored.flatMap(({ index, start }) => {
    const placement = heard[index];
    const isSure = placement && placement.latest - placement.earliest <= 2 * SURE;
    return isSure ? [(placement.start - start) * Math.sign(difference)] : [];
  });
  const least = Math.max(TOLERANCE, Math.abs(difference) / 4);
  const shifted = errors.filter((error) => error > least && error < Math.abs(difference) + 2 * TOLERANCE).length;
  return shifted >= FEWEST && shifted >= errors.length * LEAST_SHARE;
}

/** Chapters that come from the same hand as the author's times agree with them to a second or two. */
const SAME: Seconds = 2;
/** So many more of the author's times have to meet a chapter with the shift than without it. */
const LEAST_MORE = 3;

/**
 * Where in the author's times an advertisement or a cut lies, by the chapters: before it the times meet chapters as they
 * are, after it only when they are shifted by the difference of the lengths.
 *
 * @param starts The author's times, rising.
 * @returns The position of the first shifted start; `null` when the chapters do not show it.
 */
export function shiftedFrom(
  starts: readonly Seconds[],
  chapters: readonly Chapter[],
  difference: Seconds,
): number | null {
  const seconds = new Set(
    chapters.flatMap(({ start }) => Array.from({ length: 2 * SAME + 1 }, (_, i) => Math.round(start) - SAME + i)),
  );
  const meets = (time: Seconds) => (seconds.has(Math.round(time)) ? 1 : 0);
  let more = 0;
  let most = LEAST_MORE - 1;
  let from: number | null = null;
  for (let i = starts.length - 1; i >= 0; i--) {
    const start = starts[i] as Seconds;
    more += meets(start + difference) - meets(start);
    if (more <= most) continue;
    most = more;
    from = i;
  }
  return from;
}
