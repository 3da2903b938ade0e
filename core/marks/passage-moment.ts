import type { Edition, SectionId } from '../note/episode.ts';
import { blockText } from '../note/section-text.ts';
import type { Seconds } from '../time/seconds.ts';
import { spokenLength } from '../timeline/note-text.ts';
import { type Timeline, timeOf } from '../timeline/timeline.ts';

/**
 * When a block of a section is spoken, as far as the section's own time tells: its blocks share that by their length.
 * `null` when the section has no time.
 * @param block Its position in the section, from 0.
 */
export function passageMoment(
  edition: Edition,
  timeline: Timeline | null,
  section: SectionId,
  block: number,
): Seconds | null {
  const start = timeOf(timeline, section)?.start;
  const blocks = edition.sections.find(({ id }) => id === section)?.blocks;
  if (!timeline || start === undefined || !blocks) return null;
  const later = timeline.sections.map((each) => each.start).filter((each) => each > start);
  const end = Math.max(start, Math.min(timeline.duration, ...later));
  const lengths = blocks.map((each) => spokenLength(blockText(each)));
  const sum = (list: readonly number[]) => list.reduce((total, length) => total + length, 0);
  const whole = sum(lengths);
  return whole === 0 ? start : start + ((end - start) * sum(lengths.slice(0, block))) / whole;
}
