import { buildIndex } from '../../core/glossary/build-index.ts';
import {
  type LookupContext,
  type LookupResult,
  rankingContext,
  resultOf,
  sourcesOf,
} from '../../core/glossary/lookup.ts';
import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import {
  INDEX_FORMAT,
  type NameIndex,
  type OpenIndex,
  openIndex,
  videoOfSource,
} from '../../core/glossary/name-index.ts';
import { type Found, type Searched, search } from '../../core/glossary/search-index.ts';
import { readNoteKey } from '../../core/note/note-id.ts';
import { FOLD_VERSION } from '../../core/text/fold.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo } from '../store/existing-database.ts';
import type { NamesRecord, OwnNoteKey } from '../store/schema.ts';
import { unpackRecord } from './pack-names.ts';

/** Up to this many changed notes are read and indexed with each query; with more, everything is indexed again. */
export const FEW_CHANGED = 50;
/** What the index of all names is kept under in the store `packs`. */
export const ALL_NAMES = 'own';

/** The names of own notes, searched without loading the notes. */
export interface OwnNames {
  /** Query: see `NamesPort.own`. */
  find(query: string, context: LookupContext, signal: AbortSignal): AsyncGenerator<readonly LookupResult[]>;
  /** Command: preloads what every query needs. */
  prepare(): void;
  /** Command: drops the cached data. */
  forget(): void;
}

interface Options {
  /** Whether to cache what was read for the next query. */
  readonly held: boolean;
  /** Command: the index of all names is missing or of an older folding; it is to be made again, elsewhere. */
  readonly renew: () => void;
}

/** The indexes to search: the stored one, and one of the notes changed since it was made. */
interface Indexes {
  readonly stored: OpenIndex | null;
  readonly fresh: { readonly names: OpenIndex; readonly sources: readonly LookupSource[] };
  /** Videos with changed notes, whose entries in the stored index are out of date. */
  readonly changed: ReadonlySet<VideoId>;
  /** Sources of the stored index that were shown already, by their numbers. */
  readonly read: Map<number, LookupSource | undefined>;
}

export function createOwnNames(connect: () => Promise<IDBDatabase | null>, { held, renew }: Options): OwnNames {
  let indexes: Promise<Indexes> | null = null;

  function load(database: IDBDatabase): Promise<Indexes> {
    const loading = indexes ?? loadIndexes(database, renew);
    if (held) indexes = loading;
    return loading;
  }

  function forget(): void {
    indexes = null;
  }

  async function* find(query: string, context: LookupContext, signal: AbortSignal) {
    const database = query.trim() === '' ? null : await connect();
    if (!database) {
      yield [];
      return;
    }
    const { stored, fresh, changed, read } = await load(database);
    const asked: Searched[] = [{ names: fresh.names, definitions: null }];
    if (stored) asked.push({ names: stored, definitions: null, without: changed });
    for (const found of search(asked, query, rankingContext(context))) {
      if (signal.aborted) return;
      await readSources(
        database,
        found.filter(({ index }) => index.names === stored),
        read,
      );
      yield found.flatMap((each) => {
        const sources = each.index.names === stored ? read : new Map(fresh.sources.entries());
        return resultOf(each, (source) => sources.get(source)) ?? [];
      });
    }
  }

  return {
    find,
    forget,
    prepare() {
      void connect()
        .then((database) => database && load(database))
        // The first query fails in the same way, and reports it.
        .catch(forget);
    },
  };
}

/** Whether the index of all names was made by another version, and is to be made again. */
export const isOutdated = (index: NameIndex | undefined): boolean =>
  index !== undefined && (index.format !== INDEX_FORMAT || index.folding !== FOLD_VERSION);

async function loadIndexes(database: IDBDatabase, renew: () => void): Promise<Indexes> {
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
  const fresh = buildIndex(records.flat().map(unpackRecord));
  // With an older folding it still finds nearly everything; with another format it cannot be read.
  const stored = index?.format === INDEX_FORMAT ? openIndex(index) : null;
  return { stored, fresh, changed: many ? new Set() : changed, read: new Map() };
}

function namesOfVideo(database: IDBDatabase, videoId: VideoId): Promise<NamesRecord[]> {
  // In the order of keys a list stands behind all texts.
  const notes = IDBKeyRange.bound([videoId], [videoId, []]);
  return answerTo(database.transaction('names').objectStore('names').getAll(notes));
}

/** Reads the names of the notes that results are from. */
async function readSources(
  database: IDBDatabase,
  found: readonly Found<Searched>[],
  read: Map<number, LookupSource | undefined>,
): Promise<void> {
  const wanted = new Map(found.flatMap((each) => sourcesOf(each).map((source) => [source, each.index.names] as const)));
  const missing = [...wanted].filter(([source]) => !read.has(source));
  if (missing.length === 0) return;
  const store = database.transaction('names').objectStore('names');
  const notes = missing[0]?.[1].sources.notes.split('\n') ?? [];
  await Promise.all(
    missing.map(async ([source, names]) => {
      const note = readNoteKey(notes[source] ?? '');
      const key = [videoOfSource(names, source), note?.source ?? '', note?.path ?? ''];
      const record = await answerTo<NamesRecord | undefined>(store.get(key));
      read.set(source, record && unpackRecord(record));
    }),
  );
}
