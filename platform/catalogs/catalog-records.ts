import type { Listing } from './look.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** The catalogs the viewer has, in the viewer's order. */
export async function subscribed(database: CatalogsDatabase): Promise<readonly CatalogRecord[]> {
  const all = await database.getAll('catalogs');
  return all.filter(({ removedAt }) => removedAt === null).sort((a, b) => a.place - b.place);
}

/** Writes a catalog down with all that is known of it, in one transaction. */
export async function putListing(
  database: CatalogsDatabase,
  record: Omit<CatalogRecord, 'catalog'>,
  { catalog, membership, filter, shards, titles }: Listing,
): Promise<void> {
  const transaction = database.transaction(['catalogs', 'membership', 'filters', 'shards', 'titles'], 'readwrite');
  try {
    await Promise.all([
      transaction.objectStore('catalogs').put({ ...record, catalog }),
      transaction.objectStore('membership').put(membership),
      ...(filter
        ? [
            transaction.objectStore('filters').delete(keysOf(catalog.id)),
            ...filter.map((part, at) => transaction.objectStore('filters').put(part, [catalog.id, at])),
          ]
        : []),
      transaction.objectStore('shards').put(shards, catalog.id),
      titles
        ? transaction.objectStore('titles').put(titles, catalog.id)
        : transaction.objectStore('titles').delete(catalog.id),
    ]);
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    throw error;
  }
}

export async function listingOf(database: CatalogsDatabase, { id, catalog }: CatalogRecord): Promise<Listing | null> {
  const [membership, shards, titles] = await Promise.all([
    database.get('membership', id),
    database.get('shards', id),
    database.get('titles', id),
  ]);
  return membership && shards ? { catalog, membership, filter: null, shards, titles: titles ?? null } : null;
}

/** The keys of what a catalog has several of. */
const keysOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** Changes a catalog's record, unless it is gone. */
export async function changeRecord(
  database: CatalogsDatabase,
  id: string,
  change: Partial<CatalogRecord>,
): Promise<void> {
  const transaction = database.transaction('catalogs', 'readwrite');
  const record = await transaction.store.get(id);
  if (record) await transaction.store.put({ ...record, ...change });
  await transaction.done;
}

/** Hides a catalog with all of its notes, or brings it back. */
export async function markRemoved(database: CatalogsDatabase, id: string, removedAt: number | null): Promise<void> {
  const transaction = database.transaction(['catalogs', 'membership'], 'readwrite');
  const record = await transaction.objectStore('catalogs').get(id);
  const membership = await transaction.objectStore('membership').get(id);
  if (record) await transaction.objectStore('catalogs').put({ ...record, removedAt });
  if (membership) await transaction.objectStore('membership').put({ ...membership, removed: removedAt !== null });
  await transaction.done;
}

/** Deletes all that is kept of catalogs removed before a moment. */
export async function sweepRemovedCatalogs(database: CatalogsDatabase, before: number): Promise<void> {
  const all = await database.getAll('catalogs');
  const gone = all.filter(({ removedAt }) => removedAt !== null && removedAt <= before);
  const one = ['catalogs', 'membership', 'shards', 'titles', 'packs'] as const;
  const many = ['filters', 'kept', 'contents', 'names'] as const;
  for (const { id } of gone) {
    const transaction = database.transaction([...one, ...many], 'readwrite');
    await Promise.all([
      ...one.map((name) => transaction.objectStore(name).delete(id)),
      ...many.map((name) => transaction.objectStore(name).delete(keysOf(id))),
    ]);
    await transaction.done;
  }
}
