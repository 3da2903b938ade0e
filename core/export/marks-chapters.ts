import type { Mark } from '../marks/mark.ts';
import { markTitle } from '../marks/mark-title.ts';
import type { Seconds } from '../time/seconds.ts';
import { type ChapterLines, linesOf, SHORTEST_CHAPTER } from './chapter-lines.ts';
import { type ChapterSpan, chapterSpans } from './chapters.ts';

/** Characters of a chapter's title that YouTube takes. */
const LONGEST_TITLE = 100;

/** The words a viewer reads for what has no title, in the language of the interface. */
export interface ChapterWording {
  /** The stretch before the first mark. */
  readonly opening: string;
  /** A mark with nothing but its time. */
  readonly untitled: string;
}

/**
 * Marks of one video as chapters, each up to the next; see {@link chapterSpans}.
 * @param duration Of the video; `null` when it is not known: then the last one lasts ten seconds.
 */
export function marksChapters(
  marks: readonly Mark[],
  duration: Seconds | null,
  wording: ChapterWording,
  shortest: Seconds = 0,
): readonly ChapterSpan[] {
  const entries = marks.map((mark) => ({ start: mark.at, title: titleOf(mark, wording) }));
  const end = Math.max(0, ...marks.map(({ at }) => Math.floor(at))) + SHORTEST_CHAPTER;
  return chapterSpans(entries, duration ?? end, wording.opening, shortest);
}

const titleOf = (mark: Mark, { untitled }: ChapterWording) => markTitle(mark, LONGEST_TITLE) || untitled;

export interface MarkLines extends ChapterLines {
  /** What had to be changed so that YouTube takes them. */
  readonly changes: {
    /** A line for the beginning was put before the first mark. */
    readonly opening: boolean;
    /** The first mark was moved to 0:00. */
    readonly moved: boolean;
    /** How many marks were left out because they follow another by less than ten seconds, or stand that near to the end. */
    readonly dropped: number;
    /** How many titles were cut, or had their angle brackets replaced. */
    readonly renamed: number;
  };
}

/** Marks of one video as lines for its description, by the rules YouTube has for chapters. */
export function markLines(marks: readonly Mark[], duration: Seconds | null, wording: ChapterWording): MarkLines {
  const chapters = marksChapters(marks, duration, wording, SHORTEST_CHAPTER);
  const first = Math.min(...marks.map(({ at }) => Math.floor(at)));
  const moved = first > 0 && first < SHORTEST_CHAPTER;
  const opening = first >= SHORTEST_CHAPTER && chapters.length > 0;
  const shown = new Set(chapters.map(({ title }) => title));
  const renamed = marks.filter((mark) => {
    const whole = markTitle(mark, Number.POSITIVE_INFINITY);
    return shown.has(titleOf(mark, wording)) && (whole.length > LONGEST_TITLE || /[<>]/u.test(whole));
  }).length;
  const dropped = marks.length - chapters.length + Number(opening);
  return { ...linesOf(chapters), changes: { opening, moved, dropped, renamed } };
}
