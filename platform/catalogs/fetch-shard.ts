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

/** Fetched files by catalog and name, in the memory of the page. */
export type Held = Map<string, Uint8Array<ArrayBuffer>>;

interface Place {
  readonly database: CatalogsDatabase;
  readonly record: CatalogRecord;
  /** Has a file until it is stored, and one that must not, or cannot, be stored. `null`: that is a failure. */
  readonly held: Held | null;
  /** Whether anything may be stored. */
  readonly mayKeep: boolean;
  readonly signal?: AbortSignal;
}

/** A shard that was fetched, and is not kept yet. */
export interface FetchedShard {
  readonly name: string;
  readonly file: string;
  readonly shard: Shard;
  readonly contents: Uint8Array<ArrayBuffer>;
}

/**
 * Fetches a shard. One that has notes for videos which belong to another is refused as a whole.
 * @throws {CatalogFailure}
 */
export async function fetchShard({ record, signal }: Place, shards: ShardList, name: string): Promise<FetchedShard> {
  const file = shards.get(name) ?? '';
  const folders = foldersOf(record.address, record.catalog);
  const fetched =
    (await takeEarly(record.address, file)) ?? (await fetchNamed(folders, file, LARGEST.shard, decodeWhole, signal));
  if (fetched.shard.notes.some(({ videoId }) => shardOf(hashVideo(videoId), shards) !== name))
    throw new CatalogFailure('foreign', record.address, file);
  return { name, file, ...fetched };
}

/** Keeps a shard in place of its previous version. Where files are held, the shard can be read from them at once. */
export async function keepShard(place: Place, { name, file, shard, contents }: FetchedShard): Promise<void> {
  const { database, record, mayKeep } = place;
  await put(place, { shard: name, file, piece: false }, contents);
  if (!mayKeep) return;
  const pieces = new Set(shard.notes.map(({ piece }) => piece));
  const kept = await keptOf(database, record.id);
  const replaced = kept.filter(
    (one) => one.shard === name && one.file !== file && !(one.piece && pieces.has(one.file)),
  );
  if (replaced.length > 0) await forget(database, replaced);
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
  const key = `${record.id} ${file.file}`;
  held?.set(key, contents);
  if (!mayKeep) return;
  try {
    await keep(database, { ...file, catalog: record.id, usedAt: Date.now() }, contents);
    held?.delete(key);
  } catch (error) {
    if (!held) throw error;
    console.warn('Sleevenotes: a note of a catalog could not be kept', error);
  }
}
