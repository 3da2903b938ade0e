import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { NameStarts, NamesPack } from '../names/names-pack.ts';

/** Also spelled out in existing-database.ts, which must stay free of this module. */
export const DATABASE = 'sleevenotes-library';

/** One note per video and language. */
export type NoteKey = [VideoId, LanguageTag];

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
}

/** The index: small, one per video, read for matching and lists. */
export interface EpisodeRecord {
  readonly videoId: VideoId;
  readonly notes: readonly NoteSummary[];
}

/** A whole note. Both parts are gzip, whose checksum tells a damaged entry from a good one. */
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
  readonly removedAt: number;
}

/** The names of one edition's glossary, packed by pack-names.ts. */
export interface NamesRecord {
  readonly videoId: VideoId;
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
}

/**
 * Raised whenever an edition's shape changes so that an old one cannot be shown any more: older ones are then compiled
 * anew from their file when they are opened.
 */
export const EDITION_FORMAT = 1;

export interface LibrarySchema extends DBSchema {
  episodes: { key: VideoId; value: EpisodeRecord };
  /** The notes in use, keyed by {@link NoteKey}. */
  notes: { key: NoteKey; value: NoteRecord };
  /** For each note in use the one it replaced, if any. */
  older: { key: NoteKey; value: NoteRecord };
  removed: { key: NoteKey; value: RemovedRecord };
  names: { key: NoteKey; value: NamesRecord };
  /** All names once more, in an order and form that is read and searched at once; see names-pack.ts. */
  packs: { key: number; value: NamesPack };
  /** The shards of where names begin by their numbers, and `notes` for the rest. */
  starts: { key: number | 'notes'; value: string | Omit<NameStarts, 'shards'> };
  /** Notes that came, changed or went since the packs were made: what the packs say of them is out of date. */
  changed: { key: NoteKey; value: true };
  /** Keyed by source. */
  imports: { key: string; value: ImportRecord };
  /** Keyed by source and path. */
  files: { key: [string, string]; value: FileRecord };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type UpgradeTransaction = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>;

/** One step per schema version, in order. A step that has shipped is never edited. */
export const MIGRATIONS: readonly ((
  database: LibraryDatabase,
  transaction: UpgradeTransaction,
) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('episodes', { keyPath: 'videoId' });
    for (const name of ['notes', 'older', 'removed'] as const) {
      database.createObjectStore(name, { keyPath: ['videoId', 'summary.language'] });
    }
    database.createObjectStore('names', { keyPath: ['videoId', 'language'] });
  },
  (database) => {
    database.createObjectStore('imports', { keyPath: 'source' });
    database.createObjectStore('files', { keyPath: ['source', 'path'] });
  },
  async (database, transaction) => {
    database.createObjectStore('packs', { autoIncrement: true });
    database.createObjectStore('starts');
    const changed = database.createObjectStore('changed');
    for (const key of await transaction.objectStore('names').getAllKeys()) await changed.put(true, key);
  },
];

/** The database was made by a newer Sleevenotes, or the browser refuses to open it. */
export class LibraryUnavailable extends Error {
  override readonly name = 'LibraryUnavailable';
  readonly reason: 'newer' | 'refused';

  constructor(reason: 'newer' | 'refused', cause: unknown) {
    super(`the library cannot be opened: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * Opens the library, bringing an older one up to date.
 * @throws {LibraryUnavailable}
 */
export async function openLibrary(): Promise<LibraryDatabase> {
  try {
    return await openDB<LibrarySchema>(DATABASE, MIGRATIONS.length, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        for (const migrate of MIGRATIONS.slice(oldVersion)) await migrate(database, transaction);
      },
      // Another page wants a newer version: step aside, or it would wait for ever.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (error) {
    throw new LibraryUnavailable((error as { name?: unknown }).name === 'VersionError' ? 'newer' : 'refused', error);
  }
}

/** A connection that is opened when first used, and again after it was lost. */
export function libraryConnection(): () => Promise<LibraryDatabase> {
  let opening: Promise<LibraryDatabase> | null = null;
  return () => {
    opening ??= openLibrary().then(
      (database) => {
        database.addEventListener('close', () => {
          opening = null;
        });
        database.addEventListener('versionchange', () => {
          opening = null;
        });
        return database;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  };
}
