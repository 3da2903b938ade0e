import type { Episode, EpisodeEdition } from './episode.ts';
import { type NoteKey, noteKey } from './note-id.ts';

/**
 * The notes of an episode that share their sections with an edition, its own note first: translations of one text,
 * which have the same origin, the same source and the same section ids. A start that is set in one of them holds in
 * all. A section id of any other note names another section. Where one language has several notes with these section
 * ids nothing says which belong together, and each stands alone.
 */
export function notesWithSameSections(
  { editions }: Pick<Episode, 'editions'>,
  { note }: Pick<EpisodeEdition, 'note'>,
): readonly [NoteKey, ...NoteKey[]] {
  const key = noteKey(note);
  const own = editions.find((edition) => noteKey(edition.note) === key);
  if (!own) return [key];
  const alike = editions.filter((edition) => isAlike(own, edition));
  const languages = new Set(alike.map(({ language }) => language));
  if (languages.size < alike.length) return [key];
  return [key, ...alike.filter((edition) => edition !== own).map((edition) => noteKey(edition.note))];
}

function isAlike(a: EpisodeEdition, b: EpisodeEdition): boolean {
  return (
    a.note.origin === b.note.origin &&
    a.note.source === b.note.source &&
    a.sections.length === b.sections.length &&
    a.sections.every(({ id }, at) => b.sections[at]?.id === id)
  );
}
