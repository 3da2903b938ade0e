import type { ShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase } from '../store/existing-database.ts';
import { openEarlyCopies, putEarlyCopy, shardLock } from './early-copies.ts';
import { LARGEST } from './largest.ts';
import { CATALOGS_DATABASE } from './membership-record.ts';

/** The panel's own timeout begins when this one is over. */
const TIMEOUT_MS = 25_000;

/**
 * Starts to fetch a note's shard while the panel opens, which takes the browser a few hundred milliseconds. The panel waits
 * for the lock, takes the copy and checks it like any answer of a host. Where there is no copy it sends a request itself.
 *
 * @param catalogsWith Returns the ids of the catalogs that have a note for a video.
 */
export function createEarlyFetch(
  catalogsWith: (videoId: VideoId) => Promise<readonly string[]>,
): (videoId: VideoId) => Promise<void> {
  const connect = existingDatabase(CATALOGS_DATABASE);

  async function fetchFrom(
    database: IDBDatabase,
    opened: () => Promise<Cache>,
    id: string,
    videoId: VideoId,
  ): Promise<void> {
    const transaction = database.transaction(['catalogs', 'shards', 'kept']);
    const get = (store: string, key: IDBValidKey) => answerTo(transaction.objectStore(store).get(key));
    const [{ address }, shards]: [{ address: string }, ShardList] = await Promise.all([
      get('catalogs', id),
      get('shards', id),
    ]);
    const shard = shardOf(hashVideo(videoId), shards) ?? '';
    const file = shards.get(shard);
    if (!file || (await get('kept', [id, file]))) return;
    const opening = opened();
    await navigator.locks.request(shardLock(id, shard), { ifAvailable: true }, async (lock) => {
      // Before the request: a browser that gives us no cache is not to ask twice.
      const cache = await opening;
      if (!lock) return;
      const answer = await fetch(address + file, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // What ends with an error is not stored.
      if (answer.ok) await putEarlyCopy(cache, address + file, answer.body?.pipeThrough(upToLargest()));
    });
  }

  return async (videoId) => {
    const ids = await catalogsWith(videoId);
    const database = await connect();
    let cache: Promise<Cache> | null = null;
    const opened = () => {
      cache ??= openEarlyCopies();
      return cache;
    };
    // After a failure the panel sends the request again and reports what is wrong.
    if (database) await Promise.allSettled(ids.map((id) => fetchFrom(database, opened, id, videoId)));
  };
}

/** Ends with an error when a shard is larger than any may be. */
function upToLargest() {
  let length = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, stream) {
      length += part.length;
      if (length > LARGEST.shard) stream.error();
      else stream.enqueue(part);
    },
  });
}
