import type { IDBPTransaction } from 'idb';
import type { VideoId } from '../../core/video/video-id.ts';
import { announceChange } from './changes.ts';
import type {
  EpisodeRecord,
  LibraryDatabase,
  LibrarySchema,
  NoteKey,
  NoteRecord,
  NoteSummary,
  RemovedRecord,
} from './schema.ts';

/** A note ready to be kept. */
export interface CompiledRecord {
  readonly note: NoteRecord;
  readonly packedNames: string;
}

/** What became of a note: `unchanged` when the library already held the very file. */
export type Outcome = 'added' | 'replaced' | 'unchanged';

/** What a change of notes writes to. */
export const NOTE_STORES = ['episodes', 'notes', 'older', 'removed', 'names', 'changed'] as const;
type Store = (typeof NOTE_STORES)[number] | 'imports' | 'files';
export type WriteTransaction = IDBPTransaction<LibrarySchema, Store[], 'readwrite'>;

export const keyOf = ({ videoId, summary }: NoteRecord): NoteKey => [videoId, summary.language];

/** Puts a note in the place of whatever the library has for its video and language; that one can be restored. */
export async function putNote(transaction: WriteTransaction, { note, packedNames }: CompiledRecord): Promise<Outcome> {
  const key = keyOf(note);
  const stores = {
    notes: transaction.objectStore('notes'),
    older: transaction.objectStore('older'),
    names: transaction.objectStore('names'),
  };
  const present = await stores.notes.get(key);
  if (present?.summary.revision === note.summary.revision && present.format === note.format) return 'unchanged';
  await Promise.all([
    ...(present ? [stores.older.put(present)] : []),
    stores.notes.put(note),
    stores.names.put({ videoId: note.videoId, language: note.summary.language, packed: packedNames }),
    transaction.objectStore('changed').put(true, key),
    transaction.objectStore('removed').delete(key),
    index(transaction, note.videoId, (notes) => withNote(notes, note.summary)),
  ]);
  return present ? 'replaced' : 'added';
}

/** A replaced note keeps its place, a new one comes last. */
function withNote(notes: readonly NoteSummary[], summary: NoteSummary): NoteSummary[] {
  const place = notes.findIndex(({ language }) => language === summary.language);
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

/** Takes notes out of the library; {@link takeBack} undoes it until they are swept. */
export async function removeNotes(database: LibraryDatabase, keys: readonly NoteKey[], now: number): Promise<void> {
  await change(database, keys, async (transaction, key) => {
    const note = await transaction.objectStore('notes').get(key);
    if (note) {
      const removed: RemovedRecord = { ...note, removedAt: now };
      await transaction.objectStore('removed').put(removed);
    }
    await Promise.all([
      transaction.objectStore('notes').delete(key),
      transaction.objectStore('names').delete(key),
      transaction.objectStore('changed').put(true, key),
      index(transaction, key[0], (notes) => notes.filter(({ language }) => language !== key[1])),
    ]);
  });
}

/** What a note's glossary is packed to; asked for again when a note comes back. */
export type NamesOf = (note: NoteRecord) => Promise<string>;

/** Puts removed notes back. One that was imported again since then stays as it is. */
export async function takeBack(database: LibraryDatabase, keys: readonly NoteKey[], namesOf: NamesOf): Promise<void> {
  const names = new Map<string, string>();
  for (const key of keys) {
    const note = await database.get('removed', key);
    if (note) names.set(key.join(), await namesOf(note));
  }
  await change(database, keys, async (transaction, key) => {
    const removed = await transaction.objectStore('removed').get(key);
    const present = await transaction.objectStore('notes').get(key);
    if (!removed || present) return;
    const { removedAt: _, ...note } = removed;
    await putNote(transaction, { note, packedNames: names.get(key.join()) ?? '' });
  });
}

/** Exchanges a note for the one it replaced; doing it twice changes nothing. */
export async function restoreOlder(database: LibraryDatabase, key: NoteKey, namesOf: NamesOf): Promise<void> {
  const older = await database.get('older', key);
  if (!older) return;
  const packedNames = await namesOf(older);
  await change(database, [key], async (transaction) => {
    await putNote(transaction, { note: older, packedNames });
  });
}

/** Forgets removed notes for good, those removed before a moment or all. */
export async function sweepRemoved(database: LibraryDatabase, before = Number.POSITIVE_INFINITY): Promise<void> {
  const transaction = database.transaction('removed', 'readwrite');
  for await (const cursor of transaction.store) {
    if (cursor.value.removedAt < before) await cursor.delete();
  }
  await transaction.done;
}

/** All or nothing: the keys are changed in one transaction, and whoever shows them is told. */
async function change(
  database: LibraryDatabase,
  keys: readonly NoteKey[],
  work: (transaction: WriteTransaction, key: NoteKey) => Promise<void>,
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

/** Aborting what the browser aborted already is no error. */
export function abort(transaction: Pick<WriteTransaction, 'abort'>): void {
  try {
    transaction.abort();
  } catch {
    // Over already.
  }
}
