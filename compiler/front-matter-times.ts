import type { Seconds } from '../core/time/seconds.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { type CueLine, cueLinesIn, cuesOf } from './cue-lines.ts';
import { fieldOf, plainKey } from './fields.ts';
import { leadingClock, readClock, trailingClock } from './found-time.ts';
import type { FrontMatter } from './front-matter.ts';

type Data = FrontMatter['data'];

/** A chapter listed in the front matter. */
export interface DataChapter {
  readonly title: string;
  readonly start: Seconds;
}

const TIME_KEYS = ['start', 'time', 'timestamp', 'sec', 'seconds', 't', 'offset', 'starttime', 'at'];
const TITLE_KEYS = ['title', 'name', 'header', 'heading', 'chapter', 'topic', 'label', 'text', 'description'];
const WORDS_KEYS = ['text', 'line', 'words', 'content', 'caption', 'body', 'said'];
const HEADER_KEYS = ['header', 'heading', 'chapter', 'title', 'section'];
const SPEAKER_KEYS = ['who', 'speaker', 'name', 'by'];

const isFields = (value: unknown): value is Data =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const textOf = (data: Data, keys: readonly string[]): string => {
  const value = fieldOf(data, keys)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

function secondsOf(value: unknown): Seconds | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim().replaceAll(/^[[(]|[\])]$/g, '');
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : readClock(text);
}

function startIn(data: Data): Seconds | null {
  for (const key of TIME_KEYS) {
    const seconds = secondsOf(fieldOf(data, [key])?.value);
    if (seconds !== null) return seconds;
  }
  return null;
}

/**
 * Chapters in the front matter: a list of objects with a time and a title or of lines `0:00 Title`, a map from times to titles,
 * or a text of such lines; sorted by time. Empty when there are fewer than two: a list or map of section starts has no titles.
 */
export function chaptersIn(data: Data): readonly DataChapter[] {
  for (const key of ['chapters', 'timestamps', 'timeline', 'sections', 'outline', 'toc', 'segments', 'topics']) {
    const value = fieldOf(data, [key])?.value;
    const found = chaptersOf(value);
    if (found.length >= 2) return found.toSorted((a, b) => a.start - b.start);
  }
  return [];
}

function chaptersOf(value: unknown): DataChapter[] {
  if (typeof value === 'string') return value.split('\n').flatMap(lineOf);
  if (Array.isArray(value)) {
    return value.flatMap((item): DataChapter[] => {
      if (typeof item === 'string') return lineOf(item);
      if (!isFields(item)) return [];
      const start = startIn(item);
      const title = textOf(item, TITLE_KEYS);
      return start !== null && title !== '' ? [{ start, title }] : chaptersOf(item);
    });
  }
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, title]): DataChapter[] => {
    const start = readClock(key.trim());
    return start !== null && typeof title === 'string' && readClock(title.trim()) === null ? [{ start, title }] : [];
  });
}

function lineOf(line: string): DataChapter[] {
  const clock = leadingClock(line.trim()) ?? trailingClock(line.trim());
  return clock && clock.rest.trim() !== '' ? [{ start: clock.start, title: clock.rest.trim() }] : [];
}

/** A transcript in the front matter: a list of objects with time, words and speaker, or a text of such lines. */
export function transcriptIn(
  data: Data,
): { readonly cues: readonly Cue[]; readonly chapters: readonly DataChapter[]; readonly key: string } | null {
  const field = fieldOf(data, ['transcript', 'transcription', 'captions', 'subtitles', 'cues']);
  if (!field) return null;
  const lines: CueLine[] = [];
  const chapters: DataChapter[] = [];
  let header = '';
  for (const item of Array.isArray(field.value) ? field.value : [field.value]) {
    if (typeof item === 'string') lines.push(...cueLinesIn(item));
    if (!isFields(item)) continue;
    const start = startIn(item);
    const text = textOf(item, WORDS_KEYS);
    if (text === '') header = textOf(item, HEADER_KEYS) || header;
    if (start !== null && header !== '') {
      chapters.push({ start, title: header });
      header = '';
    }
    if (text !== '') lines.push({ start, text, speaker: textOf(item, SPEAKER_KEYS) || null, sure: true });
  }
  const cues = cuesOf(lines);
  return cues.length === 0 ? null : { cues, chapters, key: plainKey(field.key) };
}
