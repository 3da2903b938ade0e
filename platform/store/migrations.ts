import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import type { VideoId } from '../../core/video/video-id.ts';
import {
  type EpisodeRecord,
  keyOfNote,
  type NamesRecord,
  type NoteRecord,
  type OwnNoteKey,
  type RemovedRecord,
} from './schema.ts';

/** Old versions have other stores and keys than the current schema, so this is untyped. */
type AnyDatabase = IDBPDatabase;
type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Whole notes read at a time: together some megabytes. */
const PART = 50;

/** One step per schema version, in order. A step that has shipped is never edited. */
export const MIGRATIONS: readonly ((database: AnyDatabase, transaction: UpgradeTransaction) => void | Promise<void>)[] =
  [
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
    keyByNote,
    keepIndex,
  ];

/**
 * Before, a video had one note per language, and the last one imported was in use. Now every file has its own. No note is
 * lost: one that had taken another file's place keeps it as its older one, and that file is read again when its folder is.
 */
async function keyByNote(database: AnyDatabase, transaction: UpgradeTransaction): Promise<void> {
  const stores = ['notes', 'older', 'removed', 'names', 'changed'] as const;
  // The names are free for the new stores at once; the old ones are deleted when all is copied.
  for (const name of stores) transaction.objectStore(name).name = `${name}-by-language`;
  for (const name of ['notes', 'older', 'removed'] as const) database.createObjectStore(name);
  database.createObjectStore('names', { keyPath: ['videoId', 'source', 'path'] });
  database.createObjectStore('changed');
  const store = (name: string) => transaction.objectStore(name) as AnyStore;
  const old = (name: string) => store(`${name}-by-language`);
  const to = (name: (typeof stores)[number]) => transaction.objectStore(name);

  /** By today's key, the note in use; by its language of before, where it is now. */
  const live = new Map<string, { readonly language: string; readonly importedAt: number }>();
  const placeOf = new Map<string, OwnNoteKey>();
  for await (const note of recordsOf<NoteRecord>(old('notes'))) {
    const { language, importedAt } = note.summary;
    const key = keyOfNote(note.videoId, note.summary);
    const before = live.get(key.join('\n'));
    placeOf.set(`${note.videoId} ${language}`, key);
    // One file was imported in two languages, one after the other: the later one is what the file says today.
    if (before) {
      const present: NoteRecord = await to('notes').get(key);
      const [later, earlier] = before.importedAt > importedAt ? [present, note] : [note, present];
      await to('notes').put(later, key);
      await to('older').put(earlier, key);
      live.set(key.join('\n'), { language: later.summary.language, importedAt: later.summary.importedAt });
    } else {
      await to('notes').put(note, key);
      live.set(key.join('\n'), { language, importedAt });
    }
  }
  const inUse = (videoId: VideoId, language: string) => {
    const key = placeOf.get(`${videoId} ${language}`);
    return key && live.get(key.join('\n'))?.language === language ? key : null;
  };

  for await (const older of recordsOf<NoteRecord>(old('older'))) {
    const { source, file, language, revision } = older.summary;
    const key = placeOf.get(`${older.videoId} ${language}`) ?? keyOfNote(older.videoId, older.summary);
    if ((await to('older').getKey(key)) === undefined) await to('older').put(older, key);
    else await to('removed').put({ ...older, removedAt: Date.now() }, keyOfNote(older.videoId, older.summary));
    if (key.join('\n') === keyOfNote(older.videoId, older.summary).join('\n')) continue;
    const known = await transaction.objectStore('files').get([source, file]);
    if (known?.revision === revision) await transaction.objectStore('files').delete([source, file]);
  }
  for await (const removed of recordsOf<RemovedRecord>(old('removed'))) {
    const key = keyOfNote(removed.videoId, removed.summary);
    const other: RemovedRecord | undefined = await to('removed').get(key);
    const [first, second] = other && other.removedAt > removed.removedAt ? [other, removed] : [removed, other];
    await to('removed').put(first, key);
    if (second && (await to('older').getKey(key)) === undefined) await to('older').put(second, key);
  }
  for await (const { videoId, language, packed } of recordsOf<NamesRecord>(old('names'))) {
    const key = inUse(videoId, language);
    if (key) await to('names').put({ videoId, source: key[1], path: key[2], language, packed } satisfies NamesRecord);
  }
  for await (const episode of recordsOf<EpisodeRecord>(store('episodes'))) {
    const notes = episode.notes.filter(({ language }) => inUse(episode.videoId, language));
    if (notes.length < episode.notes.length) await transaction.objectStore('episodes').put({ ...episode, notes });
  }
  // What was packed names the notes by their languages.
  await transaction.objectStore('packs').clear();
  await transaction.objectStore('starts').clear();
  for (const key of await to('names').getAllKeys()) await to('changed').put(true, key);
  for (const name of stores) database.deleteObjectStore(`${name}-by-language`);
}

/** Earlier, names were in packs that were searched as text, and in shards by their beginnings. Now their index is stored. */
async function keepIndex(database: AnyDatabase, transaction: UpgradeTransaction): Promise<void> {
  database.deleteObjectStore('packs');
  database.deleteObjectStore('starts');
  database.createObjectStore('packs');
  // There is no index yet.
  for (const key of await transaction.objectStore('names').getAllKeys()) {
    await transaction.objectStore('changed').put(true, key);
  }
}

type AnyStore = IDBPObjectStore<unknown, string[], string, 'versionchange'>;

/** All records of a store, some at a time. */
async function* recordsOf<T>(store: AnyStore): AsyncGenerator<T> {
  for (let after: IDBKeyRange | null = null; ; ) {
    const [keys, records]: [IDBValidKey[], T[]] = await Promise.all([
      store.getAllKeys(after, PART),
      store.getAll(after, PART),
    ]);
    yield* records;
    const last = keys.at(-1);
    if (last === undefined || keys.length < PART) return;
    after = IDBKeyRange.lowerBound(last, true);
  }
}
