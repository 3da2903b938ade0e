import type { Edition } from '../note/episode.ts';
import { sectionTexts } from './note-text.ts';
import type { Evidence } from './timeline.ts';

/** Measured by `npm run bench:align` on one slow core, rounded up. */
const CHARACTERS_PER_MS = 2000;
/** Characters of a unit of the note, and marks × units processed in a millisecond. */
const UNIT = 38;
const MARKS_PER_MS = 120;

/** Estimated milliseconds that `align` takes, within a factor of two: decides whether it runs in the worker. */
export function alignCost(edition: Edition, { chapters, transcript }: Evidence): number {
  let note = 0;
  for (const { paragraphs } of sectionTexts(edition)) for (const { text } of paragraphs) note += text.length;
  let said = 0;
  for (const { text } of transcript?.cues ?? []) said += text.length;
  const marks = chapters.length > 1 && said === 0 ? chapters.length : 0;
  const walked = (marks * (note / UNIT)) / MARKS_PER_MS;
  return (said > 0 ? (said + 2 * note) / CHARACTERS_PER_MS : 0) + walked + note / 20_000;
}
