import { heardBetween, type Mark, type Quote } from '../marks/mark.ts';
import { marksBetween } from '../marks/place-marks.ts';
import type { SectionId } from '../note/episode.ts';
import { noteKey } from '../note/note-id.ts';
import type { Seconds } from '../time/seconds.ts';
import { locate } from '../timeline/locate.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Transcript } from '../transcript/cue.ts';
import type { Watched } from './watched.ts';

/** The section of a moment, in the form that a mark keeps; `null` without a note, and before its first section. */
export function sectionAt({ edition, timeline }: Watched, at: Seconds): Mark['section'] {
  const found = timeline && locate(timeline, at);
  const section = found && edition?.sections[found.index];
  return edition && section ? { note: noteKey(edition.note), id: section.id, title: section.title } : null;
}

/** The transcript: the viewer's own, else the one that explains the note best, else the page's. */
export const transcriptAtHand = ({ kept, known, evidence }: Watched): Transcript | null =>
  kept?.transcript ?? known.transcript ?? evidence?.transcript ?? null;

/** What is heard from one moment to another; `null` without a transcript, and where it is silent. */
export function heardAt(watched: Watched, from: Seconds, to: Seconds): Quote | null {
  const transcript = transcriptAtHand(watched);
  const text = transcript ? heardBetween(transcript.cues, from, to) : '';
  return text === '' ? null : { kind: 'caption', text };
}

/** Marks by section; those before the first one are under `''`. */
export function marksBySection(
  marks: readonly Mark[],
  { sections }: Timeline,
): ReadonlyMap<SectionId, readonly Mark[]> {
  const starts = sections.map(({ start }) => start);
  const found = new Map<SectionId, readonly Mark[]>();
  for (const [place, between] of marksBetween(marks, starts).entries())
    if (between.length > 0) found.set(sections[place - 1]?.section ?? '', between);
  return found;
}
