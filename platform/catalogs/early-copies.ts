const CACHE = 'sleevenotes-early';

/** Web lock held while a shard is fetched, so that its host is asked once. */
export const shardLock = (catalog: string, shard: string): string => `sleevenotes-shard-${catalog}-${shard}`;

/** An empty place for a file that the background fetches for the page that is about to open. The last one is gone. */
export async function emptyEarlyCache(): Promise<Cache> {
  await caches.delete(CACHE);
  return caches.open(CACHE);
}

/** Takes the copy of a file that the background has fetched; `null` when there is none. */
export async function takeEarlyCopy(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  // Absent in tests, and where the browser gives extensions none.
  if (typeof caches === 'undefined') return null;
  try {
    const copy = await caches.match(address, { cacheName: CACHE });
    if (!copy) return null;
    const bytes = new Uint8Array(await copy.arrayBuffer());
    // Another catalog's copy for the same video stays.
    void caches.open(CACHE).then((cache) => cache.delete(address));
    return bytes;
  } catch {
    return null;
  }
}
