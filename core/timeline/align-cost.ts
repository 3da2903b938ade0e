import type { Edition } from '../note/episode.ts';
import { sectionTexts } from './note-text.ts';
import type { Evidence } from './timeline.ts';

/** Measured by `npm run bench:align` on one slow core, rounded up. */
const CHARACTERS_PER_MS = 2000;
/** Slots of chapters × units of note, which is what the programme over chapters walks through. */
const CELLS_PER_MS = 3000;

/** About how many milliseconds `align` takes: enough to decide where to run it, off by a factor of two at most. */
export function alignCost(edition: Edition, { duration, chapters, transcript }: Evidence): number {
  let note = 0;
  for (const { paragraphs } of sectionTexts(edition)) for (const { text } of paragraphs) note += text.length;
  let said = 0;
  for (const { text } of transcript?.cues ?? []) said += text.length;
  const slots = chapters.length > 1 && said === 0 ? (duration ?? 0) / 4 : 0;
  return (said > 0 ? (said + 2 * note) / CHARACTERS_PER_MS : 0) + (slots * (note / 38)) / CELLS_PER_MS + note / 20_000;
}
