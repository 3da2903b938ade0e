import type { SectionId } from '../core/note/episode.ts';
import { parseClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';
import type { Reporter } from './reporter.ts';

/** A length or moment as authors write it: `2:15:35`, `8135`. */
export function readSeconds(value: unknown): Seconds | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  return /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : parseClock(value);
}

/** The authored section starts: a map from section id, or a plain list in section order. */
export function readTimestamps(
  value: unknown,
  sections: readonly SectionId[],
  duration: Seconds | null,
  report: Reporter,
): Record<SectionId, Seconds> {
  if (value === undefined || value === null) return {};
  const entries: [SectionId, unknown][] = Array.isArray(value)
    ? value.slice(0, sections.length).map((each, index) => [sections[index] ?? '', each])
    : Object.entries(value as object);
  const warn = (key: string, message: string) => report.warnKey('timestamps', key, message);
  if (Array.isArray(value) && value.length > sections.length) {
    warn('timestamps', `${value.length} timestamps for ${sections.length} sections: those over are left out`);
  }
  const found = new Map<SectionId, Seconds>();
  for (const [id, written] of entries) {
    const seconds = readSeconds(written);
    const key = Array.isArray(value) ? 'timestamps' : id;
    if (!sections.includes(id)) warn(key, `no section has the id "${id}": name it as {#${id}} in its heading`);
    else if (seconds === null) warn(key, `"${written}" is no time: write H:MM:SS`);
    else if (duration !== null && seconds > duration) warn(key, `${written} lies beyond the video's duration`);
    else found.set(id, seconds);
  }
  let latest = -1;
  for (const id of sections) {
    const seconds = found.get(id);
    if (seconds === undefined) continue;
    if (seconds < latest)
      warn(Array.isArray(value) ? 'timestamps' : id, `section "${id}" starts before the one above it`);
    latest = Math.max(latest, seconds);
  }
  return Object.fromEntries(found);
}
