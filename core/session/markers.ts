import type { Edition, Section } from '../note/episode.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Marker } from './page.ts';

/** A longer title is cut: nobody reads it on a progress bar. */
export const LONGEST_MARKER = 1000;

/**
 * The section starts to draw on the progress bar. Of more than fit, those of the outermost levels that do; where even the
 * first level is too much, every second one, third one and so on, so that no part of the bar is empty.
 *
 * @param most At least one.
 */
export function sectionMarkers(timeline: Timeline, { sections }: Edition, most: number): readonly Marker[] {
  const drawn = outermost(sections, most);
  const nth = Math.ceil(drawn.length / most);
  const titles = new Map(drawn.filter((_, at) => at % nth === 0).map(({ id, title }) => [id, title]));
  return timeline.sections.flatMap(({ section, start }) => {
    const title = titles.get(section);
    return title === undefined ? [] : [{ start, title: title.slice(0, LONGEST_MARKER) }];
  });
}

/** The sections down to the deepest level at which they are no more than `most`, or else those of the first one. */
function outermost(sections: readonly Section[], most: number): readonly Section[] {
  if (sections.length <= most) return sections;
  const levels = [...new Set(sections.map(({ level }) => level))].sort((a, b) => a - b);
  const upTo = (deepest: number) => sections.filter(({ level }) => level <= deepest);
  const [first = 0, ...deeper] = levels;
  return deeper.map(upTo).findLast((some) => some.length <= most) ?? upTo(first);
}
