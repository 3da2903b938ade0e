import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { decodeFilter, filterParts } from '../../core/catalog/fuse-filter.ts';
import { connection } from '../store/connection.ts';
import { CATALOGS_DATABASE } from './membership-record.ts';
import type { CatalogsDatabase, CatalogsSchema } from './schema.ts';

/** One step per schema version, in order. A step that has shipped is never edited. */
export const CATALOG_MIGRATIONS: readonly ((
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('catalogs', { keyPath: 'id' });
    database.createObjectStore('membership', { keyPath: 'id' });
    for (const name of ['shards', 'titles', 'choices']) database.createObjectStore(name);
    database.createObjectStore('kept', { keyPath: ['catalog', 'file'] });
    database.createObjectStore('contents');
  },
  // Names of catalogs.
  (database) => {
    for (const name of ['names', 'packs']) database.createObjectStore(name);
  },
  // Filters in parts. A catalog whose filter is damaged is fetched again.
  async (database, transaction) => {
    const filters = database.createObjectStore('filters');
    const membership = transaction.objectStore('membership');
    for (const { filter, ...record } of await membership.getAll()) {
      const decoded = decodeFilter(filter);
      if (!decoded) {
        await membership.delete(record.id);
        continue;
      }
      const { fingerprints: _, ...shape } = decoded;
      await membership.put({ ...record, shape });
      for (const [at, part] of filterParts(decoded).entries()) await filters.put(part, [record.id, at]);
    }
  },
];

/** Opens what is kept of catalogs, bringing an older database up to date. Rejects when a newer Sleevenotes made it. */
export function openCatalogs(): Promise<CatalogsDatabase> {
  return openDB<CatalogsSchema>(CATALOGS_DATABASE, CATALOG_MIGRATIONS.length, {
    async upgrade(database, oldVersion, _, transaction) {
      for (const migrate of CATALOG_MIGRATIONS.slice(oldVersion))
        await migrate(database as never, transaction as never);
    },
    // Another page needs a newer version: close the connection, or it would wait for ever.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

export const catalogsConnection = (): (() => Promise<CatalogsDatabase>) => connection(openCatalogs);
