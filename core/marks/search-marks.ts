import { foldSpellings } from '../text/fold.ts';
import { holdsAll, queryWords } from '../text/query-words.ts';
import type { VideoId } from '../video/video-id.ts';
import { compareMarks, type Mark } from './mark.ts';

export const MARK_STATES = ['all', 'starred', 'deleted'] as const;
export type MarkState = (typeof MARK_STATES)[number];

export const MARK_ORDERS = ['video', 'date'] as const;
export type MarkOrder = (typeof MARK_ORDERS)[number];

export interface MarkFilter {
  /** Words that a mark's words, quotation, section, video title or video id must contain, in any order and however written. */
  readonly query: string;
  /** Deleted marks are only shown when the filter selects them. */
  readonly state: MarkState;
}

/** Folding takes longer than comparing, and the same marks are filtered at every key. */
const folded = new WeakMap<Mark, string>();

function foldMark(mark: Mark): string {
  const known = folded.get(mark);
  if (known !== undefined) return known;
  const { words, quote, section, videoTitle, video } = mark;
  const text = [words, quote?.text ?? '', section?.title ?? '', videoTitle, video].flatMap(foldSpellings).join('\n');
  folded.set(mark, text);
  return text;
}

/** The marks in a state, in the order given. */
export const filterMarks = (marks: readonly Mark[], state: MarkState): readonly Mark[] =>
  marks.filter(
    ({ deleted, starred }) => (state === 'deleted') === (deleted !== null) && (state !== 'starred' || starred),
  );

/** Marks looked at between two interruptions: about a millisecond's work where they are searched for the first time. */
const A_PART = 50;

/**
 * Finds the marks with all words of a query, in the order given. Linear. Yields wherever it may be interrupted: to fold
 * thousands of marks at once would keep a page from answering.
 * @param others How else the query may be written; see core/note/chinese.ts.
 */
export function* findMarks(
  marks: readonly Mark[],
  query: string,
  others: readonly string[] = [],
): Generator<undefined, readonly Mark[]> {
  const words = queryWords(query, others);
  const found: Mark[] = [];
  for (const [at, mark] of marks.entries()) {
    if (at % A_PART === A_PART - 1) yield;
    if (holdsAll(foldMark(mark), words)) found.push(mark);
  }
  return found;
}

/** Marks that stand together in a list. */
export interface MarkGroup {
  /** A video, or a day. */
  readonly key: VideoId | string;
  readonly marks: readonly Mark[];
}

/**
 * By `video`: those of one video in its order, the video marked last comes first. By `date`: those made on one day, the last
 * one first.
 * @param dayOf The day of a moment in milliseconds since 1970, where the viewer is: `2026-11-26`.
 */
export function groupMarks(
  marks: readonly Mark[],
  order: MarkOrder,
  dayOf: (moment: number) => string,
): readonly MarkGroup[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks.toSorted((a, b) => b.created - a.created || compareMarks(a, b))) {
    const key = order === 'video' ? mark.video : dayOf(mark.created);
    const group = groups.get(key);
    if (group) group.push(mark);
    else groups.set(key, [mark]);
  }
  return [...groups].map(([key, group]) => ({ key, marks: order === 'video' ? group.sort(compareMarks) : group }));
}

/** A video's name: the newest title in its marks, else its id. */
export function titleOfVideo(marks: readonly Mark[]): string {
  const known = marks.filter(({ videoTitle }) => videoTitle !== '');
  const newest = known.reduce<Mark | null>((a, b) => (a && a.created >= b.created ? a : b), null);
  return newest?.videoTitle ?? marks[0]?.video ?? '';
}
