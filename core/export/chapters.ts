import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** A stretch of the video under one title. */
export interface ChapterSpan {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly title: string;
}

/**
 * The outline as chapters that cover the video: ascending from 0:00, each up to the next. A section shorter than `shortest`
 * gives way to the one before it; sections without a title are left out.
 *
 * @param opening What the stretch before the first section is called when that one starts later.
 */
export function chaptersOf(
  edition: Edition,
  timeline: Timeline,
  opening: string,
  shortest: Seconds,
): readonly ChapterSpan[] {
  const titles = new Map(edition.sections.map(({ id, title }) => [id, title]));
  const sections = timeline.sections.map(({ section, start }) => ({ start, title: titles.get(section) ?? '' }));
  return chapterSpans(sections, timeline.duration, opening, shortest);
}

/** The same of anything with a title and a start, in any order. @param duration Of the video. */
export function chapterSpans(
  entries: readonly Omit<ChapterSpan, 'end'>[],
  duration: Seconds,
  opening: string,
  shortest: Seconds,
): readonly ChapterSpan[] {
  const inOrder = entries
    .map(({ start, title }) => ({ start: Math.floor(start), title: title.replaceAll(/\s+/gu, ' ').trim() }))
    .filter(({ title, start }) => title !== '' && start < duration)
    .sort((a, b) => a.start - b.start);
  const [first] = inOrder;
  if (!first) return [];
  const begun = first.start < shortest || first.start === 0 ? [] : [{ start: 0, title: opening }];
  for (const { start, title } of inOrder) {
    const previous = begun.at(-1);
    if (!previous) begun.push({ start: 0, title });
    else if (start - previous.start >= shortest && start > previous.start) begun.push({ start, title });
  }
  if (begun.length > 1 && duration - (begun.at(-1)?.start ?? 0) < shortest) begun.pop();
  const end = Math.round(duration);
  return begun.map(({ start, title }, at) => ({ start, end: begun[at + 1]?.start ?? end, title }));
}
