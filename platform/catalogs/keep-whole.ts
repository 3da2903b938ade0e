import type { CatalogFault } from '../../core/catalog/fault.ts';
import { decodeShard } from '../../core/catalog/shard-file.ts';
import { isPrivate } from '../storage/private-window.ts';
import { faultOf } from './catalog-failure.ts';
import { changeRecord, subscribed } from './catalog-records.ts';
import { announceCatalogs } from './changes.ts';
import { fetchPiece, fetchShard, keepShard } from './fetch-shard.ts';
import { keptOf, readKept } from './kept-files.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** Concurrent requests, so that the host is not flooded. */
const AT_ONCE = 4;
const TELL_EVERY_MS = 500;

/** What stopped keeping a catalog and could not be written down: a full disk takes not even that. */
const unwritten = new Map<string, CatalogFault>();

/** What stopped keeping everything of a catalog. */
export const keepFaultOf = ({ id, keepFault }: CatalogRecord): CatalogFault | null =>
  keepFault ?? unwritten.get(id) ?? null;

export const keepingLock = (id: string): string => `sleevenotes-keep-${id}`;

/** Goes on with every catalog that is to be kept whole, and is not yet. */
export async function goOnKeeping(database: CatalogsDatabase): Promise<void> {
  if (await isPrivate()) return;
  for (const { id, keepAll } of await subscribed(database)) if (keepAll === 'on') await keepWhole(database, id);
}

/**
 * Fetches all of a catalog that is not here, in its host's order, until the viewer pauses it, the page closes or a fault
 * stops it. One window at a time; what was fetched stays, so it can be gone on with at any time.
 */
export async function keepWhole(database: CatalogsDatabase, id: string): Promise<void> {
  await navigator.locks.request(keepingLock(id), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const stop = new AbortController();
    try {
      unwritten.delete(id);
      await changeRecord(database, id, { keepFault: null });
      announceCatalogs('progress');
      await fetchAll(database, id, stop);
    } catch (error) {
      stop.abort();
      const keepFault = faultOf(error);
      if (await isWanted(database, id))
        await changeRecord(database, id, { keepFault }).catch(() => unwritten.set(id, keepFault));
    }
  });
  announceCatalogs('notes');
}

async function isWanted(database: CatalogsDatabase, id: string): Promise<CatalogRecord | null> {
  const record = await database.get('catalogs', id);
  return record?.keepAll === 'on' && record.removedAt === null ? record : null;
}

async function fetchAll(database: CatalogsDatabase, id: string, stop: AbortController): Promise<void> {
  const shards = await database.get('shards', id);
  if (!shards) return;
  const here = new Set((await keptOf(database, id)).map(({ file }) => file));
  const names = [...shards.keys()];
  let told = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      const record = await isWanted(database, id);
      if (!record) return;
      const place = { database, record, held: null, mayKeep: true, signal: stop.signal };
      const file = shards.get(name) ?? '';
      const kept = here.has(file) ? await readKept(database, { catalog: id, file }) : null;
      const present = kept && decodeShard(kept);
      const fetched = present ? null : await fetchShard(place, shards, name);
      if (fetched) await keepShard(place, fetched);
      for (const { piece } of (present ?? fetched?.shard)?.notes ?? []) {
        if (piece !== undefined && !here.has(piece)) await fetchPiece(place, name, piece);
      }
      if (Date.now() - told < TELL_EVERY_MS) continue;
      told = Date.now();
      announceCatalogs('progress');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
