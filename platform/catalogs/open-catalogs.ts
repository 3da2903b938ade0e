import { type IDBPDatabase, openDB } from 'idb';
import { connection } from '../store/connection.ts';
import { CATALOGS_DATABASE } from './membership-record.ts';
import type { CatalogsDatabase, CatalogsSchema } from './schema.ts';

/** One step per schema version, in order. A step that has shipped is never edited. */
export const CATALOG_MIGRATIONS: readonly ((database: IDBPDatabase) => void)[] = [
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
];

/** Opens what is kept of catalogs, bringing an older database up to date. Rejects when a newer Sleevenotes made it. */
export function openCatalogs(): Promise<CatalogsDatabase> {
  return openDB<CatalogsSchema>(CATALOGS_DATABASE, CATALOG_MIGRATIONS.length, {
    upgrade(database, oldVersion) {
      for (const migrate of CATALOG_MIGRATIONS.slice(oldVersion)) migrate(database as never);
    },
    // Another page needs a newer version: close the connection, or it would wait for ever.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

export const catalogsConnection = (): (() => Promise<CatalogsDatabase>) => connection(openCatalogs);
