import type { CatalogName, Episode, EpisodeEdition } from './episode.ts';
import { type NoteId, type NoteKey, noteKey } from './note-id.ts';

/** One of several notes about a video in one language, with the label that distinguishes it. */
export interface NoteChoice {
  readonly key: NoteKey;
  readonly note: NoteId;
  /** The catalog it is from, if any. */
  readonly catalog?: CatalogName;
  readonly title: string;
  /** Where it lies, when another note has the same title; otherwise empty. */
  readonly path: string;
}

/** The notes a viewer can read instead of this one without changing the language, itself included, in their order. */
export function notesInLanguage({ editions }: Pick<Episode, 'editions'>, shown: EpisodeEdition): readonly NoteChoice[] {
  const language = shown.convertedFrom ?? shown.language;
  const alike = editions.filter((edition) => edition.language === language);
  return alike.map(({ note, catalog, title }) => ({
    key: noteKey(note),
    note,
    ...(catalog && { catalog }),
    title,
    path: alike.filter((other) => other.title === title).length > 1 ? note.path : '',
  }));
}
