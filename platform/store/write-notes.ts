import type { IDBPTransaction } from 'idb';
import { isSameNote } from '../../core/note/note-id.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { announceChange } from './changes.ts';
import {
  contentOf,
  type EpisodeRecord,
  keyOfNote,
  type LibraryDatabase,
  type LibrarySchema,
  type NoteRecord,
  type NoteSummary,
  type OwnNoteKey,
  ownNoteId,
  type RemovedRecord,
} from './schema.ts';

/** A note ready to be kept. */
export interface CompiledRecord {
  readonly note: NoteRecord;
  readonly packedNames: string;
}

/** The outcome for a note: `unchanged` when the library already had the same file. */
export type Outcome = 'added' | 'replaced' | 'unchanged';

/** What a change of notes writes to. */
export const NOTE_STORES = ['episodes', 'notes', 'older', 'removed', 'names', 'changed'] as const;
type Store = (typeof NOTE_STORES)[number] | 'imports' | 'files';
export type WriteTransaction = IDBPTransaction<LibrarySchema, Store[], 'readwrite'>;

export const keyOf = ({ videoId, summary }: NoteRecord): OwnNoteKey => keyOfNote(videoId, summary);

/**
 * Puts a note in the place of whatever the library has for its file; that one can be restored, unless it is the same file
 * as an earlier version compiled it.
 */
export async function putNote(transaction: WriteTransaction, { note, packedNames }: CompiledRecord): Promise<Outcome> {
  const key = keyOf(note);
  const stores = {
    notes: transaction.objectStore('notes'),
    older: transaction.objectStore('older'),
    names: transaction.objectStore('names'),
  };
  const present = await stores.notes.get(key);
  if (present?.summary.revision === note.summary.revision && present.format === note.format) return 'unchanged';
  const isSameFile = contentOf(present?.summary.revision ?? '') === contentOf(note.summary.revision);
  await Promise.all([
    ...(present && !isSameFile ? [stores.older.put(present, key)] : []),
    stores.notes.put(note, key),
    stores.names.put({
      videoId: note.videoId,
      source: key[1],
      path: key[2],
      language: note.summary.language,
      packed: packedNames,
    }),
    transaction.objectStore('changed').put(true, key),
    transaction.objectStore('removed').delete(key),
    index(transaction, note.videoId, (notes) => withNote(notes, note.summary)),
  ]);
  return present ? 'replaced' : 'added';
}

/**
 * Puts what was compiled again in a note's place. Nothing comes of it when the note was changed or removed meanwhile.
 * @param fresh.packedNames `null` when the names are the same.
 */
export async function renewNote(
  transaction: WriteTransaction,
  old: NoteRecord,
  fresh: { readonly note: NoteRecord; readonly packedNames: string | null },
): Promise<void> {
  const key = keyOf(old);
  const { note, packedNames: packed } = fresh;
  const present = await transaction.objectStore('notes').get(key);
  if (present?.summary.revision !== old.summary.revision || present.format !== old.format) return;
  await transaction.objectStore('notes').put(note, key);
  await index(transaction, note.videoId, (notes) => withNote(notes, note.summary));
  if (packed === null) return;
  const [videoId, source, path] = key;
  await transaction.objectStore('names').put({ videoId, source, path, language: note.summary.language, packed });
  await transaction.objectStore('changed').put(true, key);
}

/** A replaced note keeps its place, a new one comes last. */
function withNote(notes: readonly NoteSummary[], summary: NoteSummary): NoteSummary[] {
  const place = notes.findIndex((one) => isSameNote(ownNoteId(one), ownNoteId(summary)));
  return place < 0 ? [...notes, summary] : notes.with(place, summary);
}

async function index(
  transaction: WriteTransaction,
  videoId: VideoId,
  change: (notes: readonly NoteSummary[]) => NoteSummary[],
): Promise<void> {
  const episodes = transaction.objectStore('episodes');
  const episode: EpisodeRecord | undefined = await episodes.get(videoId);
  const notes = change(episode?.notes ?? []);
  if (notes.length > 0) await episodes.put({ videoId, notes });
  else await episodes.delete(videoId);
}

/** Takes notes out of the library; `takeBack` undoes it until they are swept. */
export function removeNotes(database: LibraryDatabase, keys: readonly OwnNoteKey[], now: number): Promise<void> {
  return changeNotes(database, keys, (transaction, key) => removeNote(transaction, key, now));
}

export async function removeNote(transaction: WriteTransaction, key: OwnNoteKey, now: number): Promise<void> {
  const note = await transaction.objectStore('notes').get(key);
  if (note) {
    const removed: RemovedRecord = { ...note, removedAt: now };
    await transaction.objectStore('removed').put(removed, key);
  }
  const isOther = (summary: NoteSummary) => keyOfNote(key[0], summary).join('\n') !== key.join('\n');
  await Promise.all([
    transaction.objectStore('notes').delete(key),
    transaction.objectStore('names').delete(key),
    transaction.objectStore('changed').put(true, key),
    index(transaction, key[0], (notes) => notes.filter(isOther)),
  ]);
}

/** Changes notes in one transaction, all or nothing, and notifies the pages that show them. */
export async function changeNotes(
  database: LibraryDatabase,
  keys: readonly OwnNoteKey[],
  work: (transaction: WriteTransaction, key: OwnNoteKey) => Promise<void>,
): Promise<void> {
  const transaction = database.transaction(NOTE_STORES, 'readwrite') as unknown as WriteTransaction;
  try {
    for (const key of keys) await work(transaction, key);
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    abort(transaction);
    throw error;
  }
  announceChange([...new Set(keys.map(([videoId]) => videoId))]);
}

/** Aborting a transaction that the browser has aborted already is not an error. */
export function abort(transaction: Pick<WriteTransaction, 'abort'>): void {
  try {
    transaction.abort();
  } catch {
    // Over already.
  }
}
