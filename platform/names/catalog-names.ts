import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import { INDEX_FORMAT, openIndex } from '../../core/glossary/name-index.ts';
import { unpackNames } from '../../core/glossary/packed-names.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { areNamesDue } from '../catalogs/names-due.ts';
import type { CatalogNamesRecord, CatalogRecord, NamesPack } from '../catalogs/schema.ts';
import { answerTo } from '../store/existing-database.ts';
import { isOutdated, type StoredIndex, type StoredNames, sourcesRead } from './stored-names.ts';

interface Options {
  /** Whether to cache what was read for the next query. */
  readonly held: boolean;
  /** Command: names of a catalog are missing or out of date; they are to be fetched or indexed again, elsewhere. */
  readonly renew: () => void;
}

/** The names of catalogs whose names the viewer wants to find. No host is asked. */
export function catalogNames(connect: () => Promise<IDBDatabase | null>, { held, renew }: Options): StoredNames {
  let indexes: Promise<readonly StoredIndex[]> | null = null;
  return {
    async indexes() {
      const database = await connect();
      if (!database?.objectStoreNames.contains('packs')) return [];
      const loading = indexes ?? load(database, renew);
      if (held) indexes = loading;
      return loading;
    },
    forget() {
      indexes = null;
    },
  };
}

async function load(database: IDBDatabase, renew: () => void): Promise<readonly StoredIndex[]> {
  const transaction = database.transaction(['catalogs', 'packs']);
  const catalogs = await answerTo<CatalogRecord[]>(transaction.objectStore('catalogs').getAll());
  const indexes: StoredIndex[] = [];
  for (const record of catalogs.sort((a, b) => a.place - b.place)) {
    if (record.removedAt !== null || !record.wantsNames) continue;
    const packs = database.transaction('packs').objectStore('packs');
    const pack = await answerTo<NamesPack | undefined>(packs.get(record.id));
    // What a fault stopped is tried again with the next look for news.
    if (!record.namesFault && (areNamesDue(record, pack) || isOutdated(pack?.index))) renew();
    if (pack?.index.format !== INDEX_FORMAT) continue;
    const readOne = async (source: number): Promise<LookupSource | undefined> => {
      const store = database.transaction('names').objectStore('names');
      const found = await answerTo<CatalogNamesRecord | undefined>(store.get([record.id, source]));
      return found && unpackCatalogNames(record.id, found);
    };
    indexes.push({ names: openIndex(pack.index), definitions: null, ...sourcesRead(readOne) });
  }
  return indexes;
}

/** A record of a catalog's names as a source of lookups. */
export const unpackCatalogNames = (id: string, { file, ...names }: CatalogNamesRecord): LookupSource =>
  unpackNames({ ...names, note: noteKey({ origin: 'catalog', source: id, path: file }) });
