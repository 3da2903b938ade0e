import type { LanguageTag } from '../core/note/episode.ts';
import { joinNotes, type TranscriptShare } from '../core/note/join-notes.ts';

/** What is needed of an edition to join it with others of its video without reading its JSON. */
export interface ToldNote {
  readonly language: LanguageTag;
  readonly share: TranscriptShare;
}

/** The editions of one video, each as JSON: a transcript file joins the note it belongs to. */
export function* toldEditions<Note extends ToldNote>(
  notes: readonly Note[],
  read: (note: Note) => string,
): Generator<string> {
  for (const { note, transcript } of joinNotes(notes)) {
    const told = read(notes[note] as Note);
    if (transcript === null) yield told;
    else yield JSON.stringify(joined(JSON.parse(told), JSON.parse(read(notes[transcript] as Note))));
  }
}

interface Told {
  readonly files: readonly string[];
  readonly summary: string;
  readonly cues?: readonly number[];
}

const joined = (note: Told, other: Told): Told => ({
  ...note,
  files: [...note.files, ...other.files],
  summary: [note.summary, other.summary].filter(Boolean).join('\n\n'),
  ...(other.cues ? { cues: other.cues } : {}),
});
