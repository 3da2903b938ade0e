import { parseClock } from '../time/clock-text.ts';
import type { Cue, RawTranscript } from './cue.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads YouTube's json3 (`{"events":[{"tStartMs","segs":[{"utf8"}]}]}`) and the JSON other programs write: a list of
 * cues, alone or under `cues`, `lines`, `segments` or `transcript`, each with `text` and its time in seconds or as
 * `M:SS` under `start`, `t`, `offset` or `time`.
 *
 * @returns `null` when the text is no JSON or holds no cues.
 */
export function decodeTranscriptJson(text: string): (RawTranscript & { readonly form: 'json3' | 'json' }) | null {
  const value = parse(text);
  if (isFields(value) && Array.isArray(value.events)) return json3(value.events);
  const list = Array.isArray(value) ? value : isFields(value) ? listIn(value) : null;
  if (!list) return null;
  const language = isFields(value) && typeof value.language === 'string' ? value.language : null;
  const cues = list.flatMap((item): readonly Cue[] => {
    if (!isFields(item) || typeof item.text !== 'string') return [];
    const start = secondsOf(item.start ?? item.t ?? item.offset ?? item.time);
    return start === null ? [] : [{ start, text: item.text }];
  });
  return cues.length === 0 ? null : { language, cues, form: 'json' };
}

function json3(events: readonly unknown[]): (RawTranscript & { readonly form: 'json3' }) | null {
  const cues = events.flatMap((event): readonly Cue[] => {
    if (!isFields(event) || typeof event.tStartMs !== 'number' || !Array.isArray(event.segs)) return [];
    const text = event.segs.map((seg) => (isFields(seg) && typeof seg.utf8 === 'string' ? seg.utf8 : '')).join('');
    return [{ start: event.tStartMs / 1000, text }];
  });
  return cues.length === 0 ? null : { language: null, cues, form: 'json3' };
}

function listIn(value: Fields): readonly unknown[] | null {
  for (const key of ['cues', 'lines', 'segments', 'transcript']) {
    const list = value[key];
    if (Array.isArray(list)) return list;
  }
  return null;
}

function secondsOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string'
    ? (parseClock(value) ?? (/^\d+(\.\d+)?$/u.test(value) ? Number(value) : null))
    : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
