import type { Edition } from '../note/episode.ts';
import { formatClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type ChapterSpan, chaptersOf } from './chapters.ts';

/** YouTube makes chapters of a description's lines only when each is at least this long, the last one included. */
export const SHORTEST_CHAPTER: Seconds = 10;
const FEWEST = 3;
/** Characters of a description. */
const LONGEST = 5000;

export interface ChapterLines {
  readonly text: string;
  /** Why YouTube would still make no chapters of them; `null` when it does. */
  readonly fault: 'too-few' | 'too-long' | null;
}

/** The outline as lines for a video's description, by the rules YouTube has for chapters; see {@link chaptersOf}. */
export function chapterLines(edition: Edition, timeline: Timeline, opening: string): ChapterLines {
  return linesOf(chaptersOf(edition, timeline, opening, SHORTEST_CHAPTER));
}

/** Chapters as lines, whatever they were made of. */
export function linesOf(chapters: readonly Omit<ChapterSpan, 'end'>[]): ChapterLines {
  const text = chapters.map(({ start, title }) => `${formatClock(start)} ${withoutAngles(title)}\n`).join('');
  return { text, fault: chapters.length < FEWEST ? 'too-few' : text.length > LONGEST ? 'too-long' : null };
}

/** YouTube refuses a description with angle brackets. */
const withoutAngles = (title: string) => title.replaceAll('<', '‹').replaceAll('>', '›');
