import type { SectionId } from '../core/note/episode.ts';
import { parseClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';
import type { Reporter } from './reporter.ts';
import { timestampBeyond } from './rules/timestamp-beyond.ts';
import { timestampOrder } from './rules/timestamp-order.ts';
import { timestampSection } from './rules/timestamp-section.ts';
import { timestampUnreadable } from './rules/timestamp-unreadable.ts';
import { timestampsTooMany } from './rules/timestamps-too-many.ts';

/** A duration or moment in seconds, as authors write it: `2:15:35`, `8135`; `null` for anything else. */
export function readSeconds(value: unknown): Seconds | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  return /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : parseClock(value);
}

/** The authored section starts: a map by section id, or a list in section order with empty items for sections without one. */
export function readTimestamps(
  value: unknown,
  sections: readonly SectionId[],
  duration: Seconds | null,
  report: Reporter,
): Record<SectionId, Seconds> {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'object') {
    report.key(timestampUnreadable(value), 'timestamps');
    return {};
  }
  const isList = Array.isArray(value);
  if (isList && value.length > sections.length) {
    report.key(timestampsTooMany(value.length, sections.length), 'timestamps');
  }
  const written: [SectionId, unknown][] = isList
    ? value.slice(0, sections.length).map((each, index) => [sections[index] ?? '', each])
    : Object.entries(value);
  const known = new Set(sections);
  const found = new Map<SectionId, Seconds>();
  for (const [id, each] of written) {
    // An empty item stands for a section without a time.
    if (isList && (each ?? '') === '') continue;
    const seconds = readSeconds(each);
    const key = isList ? 'timestamps' : id;
    if (!known.has(id)) report.key(timestampSection(id), key);
    else if (seconds === null) report.key(timestampUnreadable(each), key);
    else if (duration !== null && seconds > duration) report.key(timestampBeyond(each), key);
    else found.set(id, seconds);
  }
  let latest = -1;
  for (const id of sections) {
    const seconds = found.get(id) ?? latest;
    if (seconds < latest) report.key(timestampOrder(id), isList ? 'timestamps' : id);
    latest = Math.max(latest, seconds);
  }
  return Object.fromEntries(found);
}
