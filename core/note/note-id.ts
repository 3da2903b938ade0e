/** Where a note can come from, in the order of notes about one video: the viewer added it, a catalog has it, it ships. */
export const NOTE_ORIGINS = ['own', 'catalog', 'bundled'] as const;
export type NoteOrigin = (typeof NOTE_ORIGINS)[number];

/**
 * Identifies a note. It stays the same while the note is edited, so that the note's corrections and the version it replaced
 * stay with it. Several notes can be about one video, also in one language.
 */
export interface NoteId {
  readonly origin: NoteOrigin;
  /** What an own note was added from (`folder:name`, `zip:name` or `files`), or a catalog's id; empty for a bundled note. */
  readonly source: string;
  /** Its file's path within the source, with `/`. */
  readonly path: string;
}

/** A {@link NoteId} as one line of text, for storage and comparison. */
export type NoteKey = string;

/** Characters that would end the line or hide where a part ends. */
const UNSAFE = /[%\p{Cc}]/gu;

/** The note's id as text; equal ids have equal keys, different ids different ones. */
export function noteKey({ origin, source, path }: NoteId): NoteKey {
  return `${origin} ${escaped(source).replaceAll(' ', '%20')} ${escaped(path)}`;
}

const escaped = (text: string) => text.replaceAll(UNSAFE, encodeURIComponent);

/** The inverse of {@link noteKey}; `null` for any other text. */
export function readNoteKey(key: string): NoteId | null {
  const [origin, source, ...path] = key.split(' ');
  const known = NOTE_ORIGINS.find((one) => one === origin);
  if (!known || source === undefined || path.length === 0) return null;
  try {
    return { origin: known, source: decodeURIComponent(source), path: decodeURIComponent(path.join(' ')) };
  } catch {
    return null;
  }
}

export const isSameNote = (a: NoteId, b: NoteId): boolean =>
  a.origin === b.origin && a.source === b.source && a.path === b.path;

/** A note's folder, as text; notes of one folder have the same. */
export function noteFolder({ origin, source, path }: NoteId): string {
  return noteKey({ origin, source, path: path.slice(0, path.lastIndexOf('/') + 1) });
}
