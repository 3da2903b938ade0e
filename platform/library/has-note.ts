import { catalog } from 'virtual:sleevenotes/catalog';
import type { VideoId } from '../../core/video/video-id.ts';

// The background asks this on every navigation and must stay small: no database library, no episode, nothing of the
// import. The names are those of schema.ts; a test holds the two together.
const DATABASE = 'sleevenotes-library';
const INDEX = 'episodes';

const bundled = new Set<string>(catalog.map(({ videoId }) => videoId));
let connection: Promise<IDBDatabase | null> | null = null;

/** Whether there is a note for the video, bundled or the viewer's own. Loads one key of the index, never a note. */
export async function hasNote(videoId: VideoId): Promise<boolean> {
  if (bundled.has(videoId)) return true;
  connection ??= open();
  const database = await connection;
  if (!database) {
    // Not there yet: an import may make it at any time.
    connection = null;
    return false;
  }
  return hasKey(database, videoId).catch(() => {
    connection = null;
    return false;
  });
}

/** Opens the database as it is; `null` when there is none, which must not make one. */
function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => {
        connection = null;
      };
      database.onversionchange = () => {
        forget();
        database.close();
      };
      database.onclose = forget;
      resolve(database);
    };
  });
}

function hasKey(database: IDBDatabase, videoId: VideoId): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(INDEX).objectStore(INDEX).getKey(videoId);
    request.onsuccess = () => resolve(request.result !== undefined);
    request.onerror = () => reject(request.error);
  });
}
