import type { ShardList } from '../../core/catalog/shard-list.ts';
import type { CatalogsDatabase, KeptRecord } from './schema.ts';

/** What catalogs that are not kept whole may take, until the viewer sets another limit: some thousand notes. */
export const DEFAULT_LIMIT = 200 * 1000 * 1000;

/** All kept files of a catalog. */
export const keptOf = (database: CatalogsDatabase, catalog: string): Promise<KeptRecord[]> =>
  database.getAll('kept', IDBKeyRange.bound([catalog], [catalog, []]));

/** The bytes of a kept file; notes that it was used. */
export async function readKept(
  database: CatalogsDatabase,
  { catalog, file }: Pick<KeptRecord, 'catalog' | 'file'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await database.get('contents', [catalog, file]);
  return content instanceof ArrayBuffer ? new Uint8Array(content) : null;
}

/** A file that is used often is the last to go. */
export async function markUsed(database: CatalogsDatabase, records: readonly KeptRecord[], now: number): Promise<void> {
  const transaction = database.transaction('kept', 'readwrite');
  for (const { catalog, file } of records) {
    const record = await transaction.store.get([catalog, file]);
    if (record) await transaction.store.put({ ...record, usedAt: now });
  }
  await transaction.done;
}

/**
 * Keeps a file. Nothing is kept of a catalog the viewer has left meanwhile.
 * Rejects with `QuotaExceededError` when the browser's storage is full; nothing has changed then.
 */
export async function keep(
  database: CatalogsDatabase,
  record: Omit<KeptRecord, 'bytes'>,
  contents: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const transaction = database.transaction(['catalogs', 'kept', 'contents'], 'readwrite');
  const key: [string, string] = [record.catalog, record.file];
  try {
    if ((await transaction.objectStore('catalogs').getKey(record.catalog)) !== undefined) {
      const content = contents.buffer.slice(contents.byteOffset, contents.byteOffset + contents.byteLength);
      await transaction.objectStore('contents').put(content, key);
      await transaction.objectStore('kept').put({ ...record, bytes: contents.byteLength });
    }
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    throw error;
  }
}

export async function forget(database: CatalogsDatabase, records: readonly KeptRecord[]): Promise<void> {
  const transaction = database.transaction(['kept', 'contents'], 'readwrite');
  for (const { catalog, file } of records) {
    await transaction.objectStore('kept').delete([catalog, file]);
    await transaction.objectStore('contents').delete([catalog, file]);
  }
  await transaction.done;
}

/** Brings what is kept below the limit: of catalogs that are not kept whole, what was used longest ago goes first. */
export async function sweep(database: CatalogsDatabase): Promise<void> {
  const [limit, catalogs, all] = await Promise.all([
    database.get('choices', 'limit'),
    database.getAll('catalogs'),
    database.getAll('kept'),
  ]);
  const whole = new Set(catalogs.flatMap(({ id, keepAll }) => (keepAll === 'off' ? [] : [id])));
  const mayGo = all.filter(({ catalog }) => !whole.has(catalog)).sort((a, b) => a.usedAt - b.usedAt);
  let over = mayGo.reduce((sum, { bytes }) => sum + bytes, 0) - (limit ?? DEFAULT_LIMIT);
  const going: KeptRecord[] = [];
  for (const record of mayGo) {
    if (over <= 0) break;
    over -= record.bytes;
    going.push(record);
  }
  if (going.length > 0) await forget(database, going);
}

/**
 * Which kept files are out of date and stand for nothing any more: a shard that changed, was split or joined stays
 * until all that took its place is here, so that a viewer without a network still has the note.
 */
export function outdated(kept: readonly KeptRecord[], shards: ShardList): readonly KeptRecord[] {
  const current = new Set(
    kept.filter(({ shard, file, piece }) => !piece && shards.get(shard) === file).map(({ shard }) => shard),
  );
  const names = [...shards.keys()];
  const isReplaced = (shard: string) => {
    const inItsPlace = names.filter((name) => name.startsWith(shard) || shard.startsWith(name));
    return inItsPlace.every((name) => current.has(name));
  };
  return kept.filter(({ shard, file, piece }) => !piece && shards.get(shard) !== file && isReplaced(shard));
}
