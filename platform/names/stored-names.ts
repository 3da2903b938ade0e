import {
  type LookupContext,
  type LookupResult,
  rankingContext,
  resultOf,
  sourcesOf,
} from '../../core/glossary/lookup.ts';
import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import { INDEX_FORMAT, type NameIndex } from '../../core/glossary/name-index.ts';
import { type Searched, search } from '../../core/glossary/search-index.ts';
import { FOLD_VERSION } from '../../core/text/fold.ts';

/** An index of names that is searched as it is stored; what its results are shown with is read when they are found. */
export interface StoredIndex extends Searched {
  /** Query: reads these sources, by their numbers in the index. */
  read(sources: readonly number[]): Promise<void>;
  /** A source that was read; `undefined` when it is gone. */
  at(source: number): LookupSource | undefined;
}

/** Stored names of one kind: of own notes, or of catalogs. */
export interface StoredNames {
  indexes(): Promise<readonly StoredIndex[]>;
  /** Command: drops the cached data. */
  forget(): void;
}

export interface NamesOptions {
  /** Whether to cache what was read for the next query. */
  readonly cached: boolean;
  /** Command: rebuilds an index that is missing, out of date or of an older folding, outside this page's main thread. */
  readonly renew: () => void;
}

/**
 * Stored names that are read on first use.
 * @param connect The database; `null` while there are no names in it.
 */
export function storedNames(
  connect: () => Promise<IDBDatabase | null>,
  load: (database: IDBDatabase) => Promise<readonly StoredIndex[]>,
  cached: boolean,
): StoredNames {
  let indexes: Promise<readonly StoredIndex[]> | null = null;
  return {
    async indexes() {
      const database = await connect();
      if (!database) return [];
      const loading = indexes ?? load(database);
      if (cached) indexes = loading;
      return loading;
    },
    forget() {
      indexes = null;
    },
  };
}

/** Searches all of them as one index, equal results in their order. Query: see `NamesPort.stored`. */
export async function* findStored(
  kinds: readonly StoredNames[],
  query: string,
  context: LookupContext,
  signal: AbortSignal,
): AsyncGenerator<readonly LookupResult[]> {
  const indexes = query.trim() === '' ? [] : (await Promise.all(kinds.map(indexesOf))).flat();
  let answered = false;
  for (const found of search(indexes, query, rankingContext(context), context.others)) {
    if (signal.aborted) return;
    await Promise.all(
      indexes.map((index) => index.read([...new Set(found.filter((one) => one.index === index).flatMap(sourcesOf))])),
    );
    answered = true;
    yield found.flatMap((one) => resultOf(one, one.index.at) ?? []);
  }
  if (!answered) yield [];
}

/** A fault of one kind does not affect the others. */
async function indexesOf(names: StoredNames): Promise<readonly StoredIndex[]> {
  try {
    return await names.indexes();
  } catch (error) {
    console.warn('Sleevenotes: some names cannot be searched', error);
    names.forget();
    return [];
  }
}

/** Whether the index of all names was made by another version, and is to be made again. */
export const isOutdated = (index: NameIndex | undefined): boolean =>
  index !== undefined && (index.format !== INDEX_FORMAT || index.folding !== FOLD_VERSION);

/** Sources of an index, each read once. */
export function sourcesRead(
  readOne: (source: number) => Promise<LookupSource | undefined>,
): Pick<StoredIndex, 'read' | 'at'> {
  const known = new Map<number, LookupSource | undefined>();
  return {
    async read(sources) {
      const missing = sources.filter((source) => !known.has(source));
      await Promise.all(missing.map(async (source) => known.set(source, await readOne(source))));
    },
    at: (source) => known.get(source),
  };
}
