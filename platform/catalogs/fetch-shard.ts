import { decodeShard, type Shard } from '../../core/catalog/shard-file.ts';
import type { ShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import { gzip } from '../store/gzip.ts';
import { CatalogFailure } from './catalog-failure.ts';
import { takeEarlyCopy } from './early-copies.ts';
import { fetchNamed, readNamed } from './fetch-catalog.ts';
import { forget, keep, keptOf } from './kept-files.ts';
import { LARGEST } from './largest.ts';
import { foldersOf } from './look.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** Fetched files by their names, for a page that may not keep them. */
export type Held = Map<string, Uint8Array<ArrayBuffer>>;

interface Place {
  readonly database: CatalogsDatabase;
  readonly record: CatalogRecord;
  /** Where files go that must not, or cannot, be stored. `null`: a file that cannot be stored is a failure. */
  readonly held: Held | null;
  /** Whether anything may be stored. */
  readonly mayKeep: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a shard and keeps it. A shard that has notes for videos which belong to another is refused as a whole.
 * @throws {CatalogFailure}
 */
export async function fetchShard(place: Place, shards: ShardList, name: string): Promise<Shard> {
  const { record, database, signal } = place;
  const file = shards.get(name) ?? '';
  const folders = foldersOf(record.address, record.catalog);
  const { shard, contents } =
    (await takeEarly(record.address, file)) ?? (await fetchNamed(folders, file, LARGEST.shard, decodeWhole, signal));
  if (shard.notes.some(({ videoId }) => shardOf(hashVideo(videoId), shards) !== name))
    throw new CatalogFailure('foreign', record.address, file);
  await put(place, { shard: name, file, piece: false }, contents);
  if (place.mayKeep) {
    const pieces = new Set(shard.notes.map(({ piece }) => piece));
    const kept = await keptOf(database, record.id);
    await forget(
      database,
      kept.filter((one) => one.shard === name && one.file !== file && !(one.piece && pieces.has(one.file))),
    );
  }
  return shard;
}

const decodeWhole = (contents: Uint8Array<ArrayBuffer>) => {
  const shard = decodeShard(contents);
  return shard && { shard, contents };
};

/** What the background has fetched already. `null` when there is nothing, or it is damaged: a mirror may have it whole. */
async function takeEarly(folder: string, file: string) {
  const bytes = await takeEarlyCopy(folder + file);
  return bytes && readNamed(bytes, folder, file, LARGEST.shard, decodeWhole).catch(() => null);
}

/** Fetches the file of a long note and keeps it. */
export async function fetchPiece(place: Place, shard: string, file: string): Promise<void> {
  const { record, signal } = place;
  const folders = foldersOf(record.address, record.catalog);
  const contents = await fetchNamed(folders, file, LARGEST.shard, (bytes) => bytes, signal);
  await put(place, { shard, file, piece: true }, new Uint8Array(await gzip(contents)));
}

async function put(
  { database, record, held, mayKeep }: Place,
  file: { readonly shard: string; readonly file: string; readonly piece: boolean },
  contents: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (mayKeep) {
    try {
      return await keep(database, { ...file, catalog: record.id, usedAt: Date.now() }, contents);
    } catch (error) {
      if (!held) throw error;
      console.warn('Sleevenotes: a note of a catalog could not be kept', error);
    }
  }
  held?.set(`${record.id} ${file.file}`, contents);
}
