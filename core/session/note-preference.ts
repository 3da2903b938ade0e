import type { EpisodeEdition } from '../note/episode.ts';
import { type NoteId, type NoteKey, noteFolder, noteKey } from '../note/note-id.ts';

/** Which of several notes about one video, in one language, the viewer prefers. */
export interface NotePreference {
  /** Notes chosen by hand for this video, the last choice first. */
  readonly notes: readonly NoteKey[];
  /** Folders ({@link noteFolder}) that notes were chosen from, for any video, the last choice first. */
  readonly folders: readonly string[];
}

export const NO_PREFERENCE: NotePreference = { notes: [], folders: [] };

/** Choices kept: a note for each language of a video, with room to spare. */
const MOST_NOTES = 8;
const MOST_FOLDERS = 20;

type Editions = readonly [EpisodeEdition, ...EpisodeEdition[]];

/**
 * The editions with the preferred ones first: those chosen for this video, then those whose folder was chosen before,
 * then those from the same source as such a folder, then all others in their given order.
 */
export function preferredFirst(editions: Editions, { notes, folders }: NotePreference): Editions {
  if (notes.length + folders.length === 0) return editions;
  const sources = folders.map(sourceOfFolder);
  const rank = ({ note }: EpisodeEdition): number => {
    const chosen = notes.indexOf(noteKey(note));
    if (chosen >= 0) return chosen;
    const folder = folders.indexOf(noteFolder(note));
    if (folder >= 0) return MOST_NOTES + folder;
    const source = sources.indexOf(sourceOfFolder(noteFolder(note)));
    return source >= 0 ? MOST_NOTES + MOST_FOLDERS + source : Number.POSITIVE_INFINITY;
  };
  const ranks = new Map(editions.map((edition) => [edition, rank(edition)]));
  const rankOf = (edition: EpisodeEdition) => ranks.get(edition) ?? 0;
  // Infinity minus itself is NaN.
  return editions.toSorted((a, b) =>
    rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b),
  ) as readonly EpisodeEdition[] as Editions;
}

/** Origin and source of a folder: its first two words. */
const sourceOfFolder = (folder: string) => folder.split(' ', 2).join(' ');

/** The preference after a note was chosen by hand. */
export function withChoice({ notes, folders }: NotePreference, note: NoteId): NotePreference {
  const first = (one: string, others: readonly string[]) => [one, ...others.filter((other) => other !== one)];
  return {
    notes: first(noteKey(note), notes).slice(0, MOST_NOTES),
    folders: first(noteFolder(note), folders).slice(0, MOST_FOLDERS),
  };
}
