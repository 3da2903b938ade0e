// For the background, which must stay small: no database library, nothing of the import.
export const DATABASE = 'sleevenotes-library';

/** The version of its schema: one for each of the migrations. */
export const LIBRARY_VERSION = 5;

/**
 * A database as it is (the library's, unless another is named), opened when first asked for; `null` while there is none,
 * which must not make one. It steps aside when another page wants a newer version, and is opened again after it was lost.
 */
export function existingDatabase(name = DATABASE): () => Promise<IDBDatabase | null> {
  let connection: Promise<IDBDatabase | null> | null = null;
  const forget = () => {
    connection = null;
  };
  return async () => {
    connection ??= open(name, forget);
    const database = await connection;
    // Another page may make it at any time.
    if (!database) forget();
    return database;
  };
}

function open(name: string, forget: () => void): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        forget();
        database.close();
      };
      database.onclose = forget;
      resolve(database);
    };
  });
}

/** The result of a request; rejects with its error. */
export function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
