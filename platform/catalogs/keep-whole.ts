import type { CatalogFault } from '../../core/catalog/fault.ts';
import { decodeShard } from '../../core/catalog/shard-file.ts';
import type { ShardList } from '../../core/catalog/shard-list.ts';
import { isPrivate } from '../storage/private-window.ts';
import { CatalogFailure, faultOf } from './catalog-failure.ts';
import { changeRecord, subscribed } from './catalog-records.ts';
import { announceCatalogs } from './changes.ts';
import { fetchPiece, fetchShard, keepShard } from './fetch-shard.ts';
import { keptOf, readKept } from './kept-files.ts';
import { lookAgain } from './look-at.ts';
import { isOffline } from './offline.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** Concurrent requests, so that the host is not flooded. */
const AT_ONCE = 4;
const TELL_EVERY_MS = 500;
const AGAIN_MS = 1000;
const PASSING: ReadonlySet<CatalogFault['kind']> = new Set(['unreachable', 'damaged', 'status']);

/** Bytes of a note in the head of its shard, at most nearly, and what a small catalog may be wrong by. */
const LONGEST_HEAD = 1000;
const SPARE = 1_000_000;

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
    try {
      unwritten.delete(id);
      await changeRecord(database, id, { keepFault: null });
      announceCatalogs('progress');
      await fetchNewest(database, id);
    } catch (error) {
      const keepFault = faultOf(error);
      const record = await isWanted(database, id);
      // Without a network it waits for one; that is no fault.
      if (record && !isOffline(record.address))
        await changeRecord(database, id, { keepFault }).catch(() => unwritten.set(id, keepFault));
    }
  });
  announceCatalogs('notes');
}

async function isWanted(database: CatalogsDatabase, id: string): Promise<CatalogRecord | null> {
  const record = await database.get('catalogs', id);
  return record?.keepAll === 'on' && record.removedAt === null ? record : null;
}

/** Fetches all; when its publisher has replaced a file since the last look, what is there now. */
async function fetchNewest(database: CatalogsDatabase, id: string): Promise<void> {
  const shards = await database.get('shards', id);
  try {
    if (shards) await fetchAll(database, id, shards);
  } catch (error) {
    const record = await isWanted(database, id);
    if (!record || !(await lookAgain(database, record))) throw error;
    const now = await database.get('shards', id);
    if (!now || filesOf(now) === filesOf(shards)) throw error;
    await fetchAll(database, id, now);
  }
}

const filesOf = (shards: ShardList | undefined) => [...(shards ?? [])].join();

async function fetchAll(database: CatalogsDatabase, id: string, shards: ShardList): Promise<void> {
  const kept = await keptOf(database, id);
  const here = new Set(kept.map(({ file }) => file));
  const stop = new AbortController();
  const names = [...shards.keys()];
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
  let told = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      const record = await isWanted(database, id);
      if (!record) return;
      const place = { database, record, held: null, mayKeep: true, signal: stop.signal };
      const file = shards.get(name) ?? '';
      const old = here.has(file) ? await readKept(database, { catalog: id, file }) : null;
      const present = old && decodeShard(old);
      const fetched = present ? null : await twice(() => fetchShard(place, shards, name), stop.signal);
      bytes += fetched?.contents.length ?? 0;
      checkSize(bytes, record);
      if (fetched) await keepShard(place, fetched);
      for (const { piece, bytes: size } of (present ?? fetched?.shard)?.notes ?? []) {
        if (piece === undefined || here.has(piece)) continue;
        bytes += size;
        checkSize(bytes, record);
        await twice(() => fetchPiece(place, name, piece), stop.signal);
      }
      if (Date.now() - told < TELL_EVERY_MS) continue;
      told = Date.now();
      announceCatalogs('progress');
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    // After a fault of one the others need not end.
    stop.abort();
  }
}

/** The viewer was told how large the whole is: a catalog far beyond that must not fill the disk. */
function checkSize(bytes: number, { catalog, address }: CatalogRecord): void {
  if (bytes > 2 * catalog.bytes + catalog.notes * LONGEST_HEAD + SPARE)
    throw new CatalogFailure('larger-than-said', address);
}

/** Does once more what failed for a reason that may be over in a moment. */
async function twice<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const mayPass = error instanceof CatalogFailure && PASSING.has(error.fault.kind);
    if (!mayPass || signal.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return work();
  }
}
