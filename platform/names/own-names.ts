import { buildIndex } from '../../core/glossary/build-index.ts';
import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import { INDEX_FORMAT, type NameIndex, openIndex, videoOfSource } from '../../core/glossary/name-index.ts';
import { unpackNames } from '../../core/glossary/packed-names.ts';
import { noteKey, readNoteKey } from '../../core/note/note-id.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo } from '../store/existing-database.ts';
import type { NamesRecord, OwnNoteKey } from '../store/schema.ts';
import {
  isOutdated,
  type NamesOptions,
  type StoredIndex,
  type StoredNames,
  sourcesRead,
  storedNames,
} from './stored-names.ts';

/** Up to this many changed notes are read and indexed with each query; with more, everything is indexed again. */
export const FEW_CHANGED = 50;
/** What the index of all names is kept under in the store `packs`. */
export const ALL_NAMES = 'own';

/** The names of own notes, searched without loading the notes. */
export const ownNames = (connect: () => Promise<IDBDatabase | null>, { cached, renew }: NamesOptions): StoredNames =>
  storedNames(connect, (database) => load(database, renew), cached);

/** The stored index, and one of the notes that changed since it was made. */
async function load(database: IDBDatabase, renew: () => void): Promise<readonly StoredIndex[]> {
  const transaction = database.transaction(['packs', 'changed', 'names']);
  const [index, keys] = await Promise.all([
    answerTo<NameIndex | undefined>(transaction.objectStore('packs').get(ALL_NAMES)),
    answerTo(transaction.objectStore('changed').getAllKeys()) as Promise<OwnNoteKey[]>,
  ]);
  const many = keys.length > FEW_CHANGED;
  if (many || isOutdated(index)) renew();
  const changed = new Set(keys.map(([videoId]) => videoId));
  // All notes of a video, so that entries with the same name are linked.
  const records = many ? [] : await Promise.all([...changed].map((videoId) => namesOfVideo(database, videoId)));
  const { names, sources } = buildIndex(records.flat().map(unpackRecord));
  const fresh: StoredIndex = { names, definitions: null, read: async () => {}, at: (source) => sources[source] };
  // With an older folding it still finds nearly everything; with another format it cannot be read.
  if (index?.format !== INDEX_FORMAT) return [fresh];
  const notes = index.sources.notes.split('\n');
  const readOne = async (source: number): Promise<LookupSource | undefined> => {
    const note = readNoteKey(notes[source] ?? '');
    const key = [videoOfSource(index, source), note?.source ?? '', note?.path ?? ''];
    const store = database.transaction('names').objectStore('names');
    const record = await answerTo<NamesRecord | undefined>(store.get(key));
    return record && unpackRecord(record);
  };
  // Its entries for changed videos are out of date.
  const without = many ? new Set<VideoId>() : changed;
  return [fresh, { names: openIndex(index), definitions: null, without, ...sourcesRead(readOne) }];
}

/** A record of names as a source of lookups. */
export const unpackRecord = ({ source, path, ...record }: NamesRecord): LookupSource =>
  unpackNames({ ...record, note: noteKey({ origin: 'own', source, path }) });

function namesOfVideo(database: IDBDatabase, videoId: VideoId): Promise<NamesRecord[]> {
  // In the order of keys an array comes after all strings.
  const notes = IDBKeyRange.bound([videoId], [videoId, []]);
  return answerTo(database.transaction('names').objectStore('names').getAll(notes));
}
