import type { Edition } from '../note/episode.ts';
import { formatClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** YouTube makes chapters of a description's lines only when each is at least this long. */
const SHORTEST: Seconds = 10;

/**
 * The outline as lines for a video's description, which YouTube turns into chapters: ascending, the first at 0:00, none
 * shorter than ten seconds (a section that is gives way to the one before it). Sections without a title are left out.
 *
 * @param opening What the stretch before the first section is called when that one starts later.
 */
export function chapterLines(edition: Edition, timeline: Timeline, opening: string): string {
  const titles = new Map(edition.sections.map(({ id, title }) => [id, title]));
  const sections = timeline.sections
    .map(({ section, start }) => ({ start: Math.floor(start), title: oneLine(titles.get(section) ?? '') }))
    .filter(({ title }) => title !== '')
    .sort((a, b) => a.start - b.start);
  const [first] = sections;
  const chapters = first && first.start < SHORTEST ? [] : [{ start: 0, title: opening }];
  for (const section of sections) {
    const start = chapters.length === 0 ? 0 : section.start;
    const previous = chapters.at(-1);
    if (previous && start - previous.start < SHORTEST) continue;
    chapters.push({ start, title: section.title });
  }
  return `${chapters.map(({ start, title }) => `${formatClock(start)} ${title}`).join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
