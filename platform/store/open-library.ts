import { openDB } from 'idb';
import { connection } from './connection.ts';
import { DATABASE, LIBRARY_VERSION } from './existing-database.ts';
import { MIGRATIONS } from './migrations.ts';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';

/** The database was made by a newer Sleevenotes, or the browser refuses to open it. */
export class LibraryUnavailable extends Error {
  override readonly name = 'LibraryUnavailable';
  readonly reason: 'newer' | 'refused';

  constructor(reason: 'newer' | 'refused', cause: unknown) {
    super(`the library cannot be opened: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * Opens the library, bringing an older one up to date.
 * @throws {LibraryUnavailable}
 */
export async function openLibrary(): Promise<LibraryDatabase> {
  try {
    return await openDB<LibrarySchema>(DATABASE, LIBRARY_VERSION, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        for (const migrate of MIGRATIONS.slice(oldVersion)) {
          await migrate(database as never, transaction as never);
        }
      },
      // Another page needs a newer version: close the connection, or it would wait for ever.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (error) {
    throw new LibraryUnavailable((error as { name?: unknown }).name === 'VersionError' ? 'newer' : 'refused', error);
  }
}

/** The library's database, opened when first used. */
export const libraryConnection = (): (() => Promise<LibraryDatabase>) => connection(openLibrary);
