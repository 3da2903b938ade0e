const CACHE = 'sleevenotes-early';

/** Web lock held while a shard is fetched, so that its host is asked once. */
export const shardLock = (catalog: string, shard: string): string => `sleevenotes-shard-${catalog}-${shard}`;

/** Says in a copy when it was made, in milliseconds since 1970. */
const MADE = 'x-made';
/** How long a page may take to open, with the slowest host, in milliseconds. What was not taken by then is not wanted. */
const STAYS_MS = 60_000;

/**
 * Where the background puts the file that it fetches for the page that is about to open. Copies that no page has taken go; not
 * those of a page that is opening in another window.
 */
export async function openEarlyCopies(): Promise<Cache> {
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    const made = Number((await cache.match(url))?.headers.get(MADE));
    if (!(Math.abs(Date.now() - made) < STAYS_MS)) await cache.delete(url);
  }
  return cache;
}

/** Resolves when the whole copy is kept. */
export const putEarlyCopy = (cache: Cache, address: string, body: ReadableStream | undefined): Promise<void> =>
  cache.put(address, new Response(body, { headers: { [MADE]: String(Date.now()) } }));

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
