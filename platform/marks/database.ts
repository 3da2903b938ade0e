// For the background, too, which must stay small: no database library.
import { connection } from '../store/connection.ts';

/**
 * The marks have a database of their own: the background writes to it without the library's schema, and a library that
 * cannot be opened costs no mark (docs/adr/0014-marks.md).
 */
export const MARKS_DATABASE = 'sleevenotes-marks';

/** The marks by their ids; with the index {@link BY_VIDEO}. */
export const MARKS = 'marks';
export const BY_VIDEO = 'video';
/** What marks were before a change, by number; with the index {@link BY_MARK}. */
export const JOURNAL = 'journal';
export const BY_MARK = 'mark.id';

/** One step per version, in order. A step that has shipped is never edited. */
export const MARKS_MIGRATIONS: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore(MARKS, { keyPath: 'id' }).createIndex(BY_VIDEO, 'video');
    database.createObjectStore(JOURNAL, { autoIncrement: true }).createIndex(BY_MARK, 'mark.id');
  },
];

/** The marks' database, opened when first used, and made if there is none. Rejects when it cannot be. */
export const marksConnection = (): (() => Promise<IDBDatabase>) => connection(open);

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(MARKS_DATABASE, MARKS_MIGRATIONS.length);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const migrate of MARKS_MIGRATIONS.slice(oldVersion)) migrate(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Another page needs a newer version: close the connection, or it would wait for ever.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}
