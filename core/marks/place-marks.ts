import type { Seconds } from '../time/seconds.ts';
import { compareMarks, type Mark } from './mark.ts';

/** Where marks were moved to, by their ids; see {@link placeByQuotes}. The others are where they were made. */
export type Placed = ReadonlyMap<string, Seconds>;

export const placeOf = (mark: Mark, placed: Placed): Seconds => placed.get(mark.id) ?? mark.at;

/**
 * Marks between the sections or chapters of a video.
 * @param starts Of the sections, in the note's order, which need not be that of the video.
 * @returns First the marks before all of them, then for each start those up to the next one; each in the video's order. Of
 * sections that start together the last one has them, as in `locate`.
 */
export function marksBetween(
  marks: readonly Mark[],
  starts: readonly Seconds[],
  placed: Placed = new Map(),
): readonly (readonly Mark[])[] {
  const order = starts.map((start, place) => ({ start, place })).sort((a, b) => a.start - b.start || a.place - b.place);
  const between: Mark[][] = Array.from({ length: starts.length + 1 }, () => []);
  let begun = 0;
  for (const mark of inOrder(marks, placed)) {
    while (begun < order.length && (order[begun]?.start ?? 0) <= placeOf(mark, placed)) begun += 1;
    between[begun === 0 ? 0 : (order[begun - 1]?.place ?? 0) + 1]?.push(mark);
  }
  return between;
}

/** In the order of the video, by where they are placed. */
export const inOrder = (marks: readonly Mark[], placed: Placed): readonly Mark[] =>
  marks.toSorted((a, b) => placeOf(a, placed) - placeOf(b, placed) || compareMarks(a, b));
