import type { Catalog } from '../../core/catalog/catalog.ts';
import { isPrivate } from '../storage/private-window.ts';
import { CatalogFailure, faultOf } from './catalog-failure.ts';
import { changeRecord, listingOf, putListing, subscribed } from './catalog-records.ts';
import { announceCatalogs } from './changes.ts';
import { fetchCatalog } from './fetch-catalog.ts';
import { forget, keptOf, outdated } from './kept-files.ts';
import { fetchListing, foldersOf, isOlder } from './look.ts';
import { isOffline } from './offline.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** The interval between two checks for news. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Asks each catalog's host for updates, at most once a day; never in a private window. A host that is slow keeps no other
 * waiting. Without a network none is asked, and the day's look is still to come. Returns whether any was asked.
 */
export async function lookDaily(database: CatalogsDatabase): Promise<boolean> {
  if (await isPrivate()) return false;
  const now = Date.now();
  const isDue = ({ lookedAt, address }: CatalogRecord) =>
    (now - lookedAt >= DAY_MS || lookedAt > now) && !isOffline(address);
  const due = (await subscribed(database)).filter(isDue);
  await Promise.all(due.map(({ id }) => lookAt(database, id, isDue)));
  return due.length > 0;
}

/** A host is asked for its news again when one of its files is gone, unless they are this new. */
const FRESH_MS = 10 * 60 * 1000;

/** Asks for news because a file cannot be had: its publisher may have replaced it. Returns whether the host was asked. */
export async function lookAgain(
  database: CatalogsDatabase,
  { id, lookedAt, address }: CatalogRecord,
): Promise<boolean> {
  const age = Date.now() - lookedAt;
  if ((await isPrivate()) || isOffline(address) || (age >= 0 && age < FRESH_MS)) return false;
  await lookAt(database, id);
  return true;
}

/**
 * Asks a catalog's host for news, and its mirrors when it does not answer. What is here stays as it was until all of the
 * news has come. One window at a time: the others leave it to that one.
 */
export async function lookAt(
  database: CatalogsDatabase,
  id: string,
  isWanted: (record: CatalogRecord) => boolean = () => true,
): Promise<void> {
  await navigator.locks.request(`sleevenotes-catalog-${id}`, { ifAvailable: true }, async (lock) => {
    const record = await database.get('catalogs', id);
    if (!lock || !record || record.removedAt !== null || !isWanted(record)) return;
    // Stored first, so that a browser that ends in the middle does not check again at every start.
    await changeRecord(database, id, { lookedAt: Date.now(), namesFault: null });
    try {
      await takeNews(database, record);
    } catch (error) {
      await changeRecord(database, id, { fault: faultOf(error) });
    }
  });
  announceCatalogs('list');
}

async function takeNews(database: CatalogsDatabase, record: CatalogRecord): Promise<void> {
  const { id } = record;
  const { folder, catalog } = await fetchFromAny(record);
  const before = await listingOf(database, record);
  if (before && (JSON.stringify(before.catalog) === JSON.stringify(catalog) || isOlder(catalog, before.catalog))) {
    await changeRecord(database, id, { fault: null });
    return;
  }
  const listing = await fetchListing(catalog, folder, before);
  // The viewer may have changed or removed it in the meantime.
  const present = await database.get('catalogs', id);
  if (!present || present.removedAt !== null) return;
  await putListing(database, { ...present, fault: null }, listing);
  await forget(database, outdated(await keptOf(database, id), listing.shards));
  announceCatalogs('notes');
}

async function fetchFromAny({ address, catalog: known }: CatalogRecord): Promise<{ folder: string; catalog: Catalog }> {
  let first: unknown = null;
  for (const folder of foldersOf(address, known)) {
    try {
      const catalog = await fetchCatalog(folder, false);
      if (catalog.id !== known.id) throw new CatalogFailure('another-catalog', folder);
      return { folder, catalog };
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}
