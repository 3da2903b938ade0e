import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import { INDEX_FORMAT, openIndex } from '../../core/glossary/name-index.ts';
import { unpackNames } from '../../core/glossary/packed-names.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { areNamesDue } from '../catalogs/names-due.ts';
import type { CatalogNamesRecord, CatalogRecord, NamesPack } from '../catalogs/schema.ts';
import { answerTo } from '../store/existing-database.ts';
import {
  isOutdated,
  type NamesOptions,
  type StoredIndex,
  type StoredNames,
  sourcesRead,
  storedNames,
} from './stored-names.ts';

/** The names of catalogs whose names the viewer wants to find. No host is asked. */
export const catalogNames = (
  connect: () => Promise<IDBDatabase | null>,
  { cached, renew }: NamesOptions,
): StoredNames =>
  storedNames(
    async () => {
      const database = await connect();
      // Before its migration it has none.
      return database?.objectStoreNames.contains('packs') ? database : null;
    },
    (database) => load(database, renew),
    cached,
  );

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
