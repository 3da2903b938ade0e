import { parseClock } from '../time/clock-text.ts';
import type { Chapter } from './timeline.ts';

const TIME = '(?:\\d{1,3}[:：])?\\d{1,2}[:：]\\d{2}(?:[.,]\\d{1,3})?(?!\\d|[:：]\\d)';
/** After the chapter's start its end, which repeats the next one's start; or a Markdown link. */
const END = `\\s*(?:[-–—~〜→]|to|bis|至)+\\s*(?<end>${TIME})`;
const LINK = '(?:\\]\\([^\\s()]*\\))?';
/** Signs, emoji and the number of a list item: `►`, `🚗`, `1.`, `2️⃣`, `#3`. */
const BEFORE = '[^\\p{L}\\p{Nd}]*(?:#?\\d{1,3}(?:[.)、:]|\\uFE0F?\\u20E3|(?=\\s))[^\\p{L}\\p{Nd}]+)?';
const BETWEEN = '\\s\\-–—:：|｜.·•,、~→>»*_';
const first = (end: string) =>
  new RegExp(`^${BEFORE}(?<start>${TIME})${end}${LINK}[)\\]】）》*_]*[${BETWEEN}]*(?<title>[^${BETWEEN}].*)$`, 'u');
const last = (end: string) =>
  new RegExp(`^${BEFORE}(?<title>\\S.*?)[${BETWEEN}([【（]+(?<start>${TIME})${end}${LINK}[)\\]】）*_\\s.]*$`, 'u');
/** The pattern with an end comes first, and matches only when the end is later than the start. */
const TIME_FIRST = [first(END), first('')];
const TIME_LAST = [last(END), last('')];

/** Far above the longest real line; keeps the patterns' time bounded. */
const LONGEST_LINE = 500;

/**
 * Reads the chapters of a video's description or of a file of lines: a time and a title on each, in either order, with
 * the decoration that authors put around them: `0:00 Title`, `🚗 (1:02:03) – Title`, `1. 0:00 - 1:00 Title`, `Title - 0:00`. Lines
 * without a time are left out.
 *
 * @returns In the order of the lines, which need not be that of their starts.
 */
export function readChapterLines(text: string): readonly Chapter[] {
  const lines = text.split('\n').filter((line) => line.length <= LONGEST_LINE);
  const timesFirst = lines.flatMap((line) => readLine(TIME_FIRST, line));
  const timesLast = lines.flatMap((line) => readLine(TIME_LAST, line));
  // A list uses one order throughout; where titles contain times, the wrong order finds fewer lines or unordered times.
  if (isWhole(timesFirst) !== isWhole(timesLast)) return isWhole(timesFirst) ? timesFirst : timesLast;
  return timesLast.length > timesFirst.length ? timesLast : timesFirst;
}

const isWhole = (chapters: readonly Chapter[]) => chapters[0]?.start === 0 && ascends(chapters);

function readLine(patterns: readonly RegExp[], line: string): Chapter[] {
  for (const pattern of patterns) {
    const { start: from = '', end: to, title = '' } = pattern.exec(line)?.groups ?? {};
    const start = clock(from);
    const end = to === undefined ? Number.POSITIVE_INFINITY : (clock(to) ?? 0);
    if (start !== null && end > start) return [{ start, title: title.replace(/[*_\s]+$/u, '') }];
  }
  return [];
}

const clock = (time: string) => parseClock(time.replaceAll('：', ':'));

/** Whether each chapter starts after the one before it. */
export const ascends = (chapters: readonly Chapter[]): boolean =>
  chapters.every(({ start }, at) => at === 0 || start > (chapters[at - 1]?.start ?? 0));
