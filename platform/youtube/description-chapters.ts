import { parseClock } from '../../core/time/clock-text.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';

/** `0:00 Title`, `(1:02:03) – Title`, `- 12:34: Title`, and the time at the end of the line. */
const TIME_FIRST = /^[\s\-–—•*►▶([]*((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?[\s\-–—:|.·]*(.+)$/u;
const TIME_LAST = /^(.+?)[\s\-–—:|.·([]+((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?\s*$/u;

/** YouTube's own rule for chapters in a description: three at least, starting at zero, ascending. */
const FEWEST = 3;

/**
 * Chapters an uploader wrote into the description, by the rule YouTube itself applies. Empty when the lines do not
 * make a list of chapters: scattered times in a text are references, not chapters.
 */
export function chaptersInDescription(description: string): readonly Chapter[] {
  const lines = description.split('\n');
  for (const pattern of [TIME_FIRST, TIME_LAST]) {
    const chapters = lines.flatMap((line) => readLine(line, pattern));
    const ascending = chapters.every(({ start }, i) => i === 0 || start > (chapters[i - 1]?.start ?? 0));
    if (chapters.length >= FEWEST && chapters[0]?.start === 0 && ascending) return chapters;
  }
  return [];
}

function readLine(line: string, pattern: RegExp): Chapter[] {
  // Far above the longest real line; keeps the pattern's cost bounded.
  if (line.length > 500) return [];
  const [, first = '', second = ''] = pattern.exec(line) ?? [];
  const [time, title] = pattern === TIME_FIRST ? [first, second] : [second, first];
  const start = parseClock(time);
  const trimmed = title.trim();
  return start === null || trimmed === '' ? [] : [{ start, title: trimmed }];
}
