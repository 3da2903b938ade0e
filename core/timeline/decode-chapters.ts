import { parseClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Chapter } from './timeline.ts';

/** `0:00 Title`, `00:00:00 - Title`, `(1:02:03) Title`. */
const LINE = /^[\s\-–—•*([]*((?:\d{1,3}:)?\d{1,2}:\d{2})[)\]]?[\s\-–—:|.·]*(\S.*)$/u;

/**
 * Reads chapters from a file: lines of time and title, or JSON: a list, alone or under `chapters`, of objects with
 * `title` and their start in seconds or as a clock time under `start`, `t`, `start_time` or `time`. Lines without a time
 * are left out. In order of their start.
 *
 * @returns `null` when there is not a single chapter.
 */
export function decodeChapters(text: string): readonly Chapter[] | null {
  const content = text.replace(/^\ufeff/u, '').trim();
  const chapters = /^[[{]/u.test(content) ? fromJson(content) : fromLines(content);
  return chapters.length > 0 ? chapters.toSorted((a, b) => a.start - b.start) : null;
}

function fromLines(text: string): readonly Chapter[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [, time = '', title = ''] = LINE.exec(line) ?? [];
    const start = parseClock(time);
    return start === null ? [] : [{ start, title: title.trim() }];
  });
}

function fromJson(text: string): readonly Chapter[] {
  const value = parse(text);
  const list: unknown = Array.isArray(value) ? value : fieldsOf(value).chapters;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const { title, start, t, start_time: startTime, time } = fieldsOf(item);
    const seconds = secondsOf(start ?? t ?? startTime ?? time);
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
    return null;
  }
}
