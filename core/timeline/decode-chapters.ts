import { parseClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import { decodeTimedText } from '../transcript/decode-timed-text.ts';
import { readChapterLines } from './chapter-lines.ts';
import type { Chapter } from './timeline.ts';

/**
 * Reads chapters from a file: lines of time and title (see {@link readChapterLines}), WebVTT, or JSON: a list, alone or
 * under `chapters`, of objects with `title` and their start in seconds or as a clock time under `start`, `startTime`,
 * `start_time`, `t` or `time`. Lines without a time are left out. In order of their start.
 *
 * @returns `null` when there is not a single chapter.
 */
export function decodeChapters(text: string): readonly Chapter[] | null {
  const content = text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .trim();
  const chapters = chaptersIn(content);
  return chapters.length > 0 ? chapters.toSorted((a, b) => a.start - b.start) : null;
}

function chaptersIn(content: string): readonly Chapter[] {
  if (/^[[{]/u.test(content)) {
    const chapters = fromJson(content);
    // A line may begin with a bracket, too: `[0:00] Title`.
    if (chapters) return chapters;
  }
  if (content.startsWith('WEBVTT')) return fromWebVtt(content);
  return readChapterLines(content);
}

function fromWebVtt(text: string): readonly Chapter[] {
  return (decodeTimedText(text)?.cues ?? []).map(({ start, text: title }) => ({
    start,
    title: title.replaceAll(/\s+/gu, ' ').trim(),
  }));
}

function fromJson(text: string): readonly Chapter[] | null {
  const value = parse(text);
  if (value === undefined) return null;
  const list: unknown = Array.isArray(value) ? value : fieldsOf(value).chapters;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const { title, start, startTime, start_time: snakeCase, t, time } = fieldsOf(item);
    const seconds = secondsOf(start ?? startTime ?? snakeCase ?? t ?? time);
    return typeof title !== 'string' || seconds === null ? [] : [{ start: seconds, title: title.trim() }];
  });
}

function secondsOf(value: unknown): Seconds | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  return typeof value === 'string' ? parseClock(value) : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
