import type { DBSchema, IDBPDatabase } from 'idb';
import type { NameIndex } from '../../core/glossary/name-index.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { NoteId } from '../../core/note/note-id.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** Names an own note in the stores: its video, and source and path of its {@link NoteId}. */
export type OwnNoteKey = [videoId: VideoId, source: string, path: string];

/** Where an own note comes from: the import's source, and the path within it. */
export function ownNoteId({ source, file, language }: Pick<NoteSummary, 'source' | 'file' | 'language'>): NoteId {
  // Single files come from anywhere: two languages of one note are often both called `index.md`.
  return { origin: 'own', source, path: source === 'files' ? `${language}/${file}` : file };
}

export function keyOfNote(videoId: VideoId, summary: Pick<NoteSummary, 'source' | 'file' | 'language'>): OwnNoteKey {
  const { source, path } = ownNoteId(summary);
  return [videoId, source, path];
}

/** What is known of an own note without opening it. */
export interface NoteSummary {
  readonly language: LanguageTag;
  readonly title: string;
  readonly sections: number;
  readonly terms: number;
  /** Changes with every byte of the note. */
  readonly revision: string;
  /** The note's path within what it was imported from. */
  readonly file: string;
  /** What it was imported from: key of a {@link ImportSource}. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** Size of the note's file. */
  readonly bytes: number;
  /** `YYYY-MM-DD`. Absent where the note does not say, and for notes of versions that did not keep it. */
  readonly date?: string;
  /** Whether its author wrote where sections start. Absent for notes of versions that did not keep it. */
  readonly hasTimes?: boolean;
  /** Whether it holds what is said in the video. Absent where it does not, or as above. */
  readonly hasTranscript?: boolean;
  /** The author's tags. Absent where there are none, or as above. */
  readonly tags?: readonly string[];
}

/** The index: small, one per video, read for matching and lists; the notes in the order they were added. */
export interface EpisodeRecord {
  readonly videoId: VideoId;
  readonly notes: readonly NoteSummary[];
}

/** A whole note. Both parts are gzip, whose checksum detects damage. */
export interface NoteRecord {
  readonly videoId: VideoId;
  readonly summary: NoteSummary;
  /** {@link EDITION_FORMAT} at the time of compiling. */
  readonly format: number;
  /** The compiled edition as JSON. */
  readonly edition: ArrayBuffer;
  /** The file's own bytes, so that an export gives the very files back. */
  readonly file: ArrayBuffer;
}

/** A note the viewer removed; kept until it is swept, so that it can be taken back. */
export interface RemovedRecord extends NoteRecord {
  /** Milliseconds since 1970. */
  readonly removedAt: number;
  /** The day of use it was first swept past on; see `sweepRemoved`. */
  readonly removedOn?: number;
}

/** The names of one edition's glossary, packed by core/glossary/packed-names.ts. */
export interface NamesRecord {
  readonly videoId: VideoId;
  readonly source: string;
  /** That of the note's id. */
  readonly path: string;
  readonly language: LanguageTag;
  readonly packed: string;
}

/** What was imported, and how far; a journal for taking an interrupted import up again. */
export interface ImportRecord {
  /** `folder:notes`, `zip:notes.zip`, or `files` for single ones. */
  readonly source: string;
  readonly kind: 'files' | 'folder' | 'zip';
  readonly name: string;
  /** The way back to it, where the browser has one. */
  readonly handle: FileSystemDirectoryHandle | FileSystemFileHandle | null;
  readonly startedAt: number;
  /** Everything up to `lastFile` is in the library. */
  readonly state: 'running' | 'complete' | 'cancelled';
  readonly files: number;
  readonly lastFile: string | null;
}

/** A file that became a note, so that it is not read again until it changes. */
export interface FileRecord {
  readonly source: string;
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly revision: string;
  /** The video its note is about. Absent for files of versions that did not keep it. */
  readonly videoId?: VideoId;
}

/**
 * Raised whenever notes are read better than before, or an edition's shape changes: notes that an earlier version compiled
 * are then compiled again from their file (renew-notes.ts). 2: notes as other programs write them, with times, summaries
 * and transcripts; tags. 3: conversions to traditional script have Taiwan's words, too. 4: they keep words together, tell
 * clocks from people called 钟 and keep surnames.
 */
export const EDITION_FORMAT = 4;
/** Editions from this format on can be shown as they are until they are compiled again. */
export const OLDEST_SHOWN = 1;

/** A revision names the format and the file's content: `3-3062fd16d6df`. */
const formatOf = (revision: string) => Number(/^\d+(?=-)/.exec(revision)?.[0] ?? 0);
/** The part of a revision that only the file's content changes. */
export const contentOf = (revision: string) => revision.replace(/^\d+-/, '');
/** The revision that a file with this content has today. */
export const revisionNow = (revision: string) => `${EDITION_FORMAT}-${contentOf(revision)}`;
/** Whether another version compiled a note, by what the index says of it. */
export const isOutdated = ({ revision }: Pick<NoteSummary, 'revision'>) => formatOf(revision) !== EDITION_FORMAT;

export interface LibrarySchema extends DBSchema {
  episodes: { key: VideoId; value: EpisodeRecord };
  /** The notes in use. */
  notes: { key: OwnNoteKey; value: NoteRecord };
  /** For each note in use the one it replaced, if any: an earlier state of its file, seldom another file's note. */
  older: { key: OwnNoteKey; value: NoteRecord };
  removed: { key: OwnNoteKey; value: RemovedRecord };
  names: { key: OwnNoteKey; value: NamesRecord };
  /** The index of all names, under one key: read and searched as it is. */
  packs: { key: string; value: NameIndex };
  /** Notes added, changed or removed since the index was built: its entries for them are out of date. */
  changed: { key: OwnNoteKey; value: true };
  /** Keyed by source. */
  imports: { key: string; value: ImportRecord };
  /** Keyed by source and path. */
  files: { key: [string, string]; value: FileRecord };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
