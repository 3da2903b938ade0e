import { basename, dirname } from 'node:path';
import { type Catalog, type CatalogFile, LARGEST_CATALOG_JSON, readCatalog } from '../../core/catalog/catalog.ts';
import { decodeNote } from '../../core/catalog/decode-note.ts';
import { decodeFilter, type FuseFilter, filterHas } from '../../core/catalog/fuse-filter.ts';
import { changedSince } from '../../core/catalog/membership.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { decodeNames } from '../../core/catalog/names.ts';
import { decodeNews, type News, withShardNews } from '../../core/catalog/news.ts';
import { decodeShard, type Shard, type ShardNote } from '../../core/catalog/shard-file.ts';
import { decodeShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { decodeTitles } from '../../core/catalog/titles.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import { systemSentence } from '../system-error.ts';
import { catalogFolder } from './catalog-folder.ts';
import { hostFiles } from './host-files.ts';
import { contentsOf, folderFiles, type PublishedFiles, uncompressed } from './published-files.ts';

/** The result of `notes publish --check`. */
export interface CatalogCheck {
  readonly catalog: Catalog | null;
  readonly files: number;
  /** Faults that keep subscribers from reading the catalog, or parts of it. */
  readonly errors: readonly string[];
  /** Faults that make reading slower or later than necessary. */
  readonly warnings: readonly string[];
}

/** Concurrent requests, so that the host is not flooded. */
const AT_ONCE = 6;

/** Reads the whole catalog as a subscriber would, from a folder or an address. */
export async function checkCatalog(place: string): Promise<CatalogCheck> {
  const errors = new Set<string>();
  const warnings = new Set<string>();
  const findings = {
    error: (sentence: string) => errors.add(sentence),
    warning: (sentence: string) => warnings.add(sentence),
  };
  const isAddress = /^https?:\/\//i.test(place);
  const folder = isAddress ? catalogFolder(place) : basename(place) === 'catalog.json' ? dirname(place) : place;
  const files = isAddress ? hostFiles(folder, findings) : folderFiles(folder);
  const catalog = await catalogIn(files).catch((error: unknown) => void errors.add(reasonOf(error)));
  const read = catalog ? await checkFiles(files, catalog, errors) : 0;
  if (catalog && isAddress) await checkMirrors(catalog, warnings);
  return { catalog: catalog ?? null, files: read + 1, errors: [...errors], warnings: [...warnings] };
}

/** Throws an error that says why there is none. */
async function catalogIn(files: PublishedFiles): Promise<Catalog> {
  const bytes = await files.read('catalog.json');
  if (!bytes) throw new Error('catalog.json: missing. Is this the published folder? An address begins with https://.');
  const json = uncompressed(bytes);
  if (!json) throw new Error('catalog.json: damaged.');
  if (json.length > LARGEST_CATALOG_JSON) throw new Error('catalog.json: over 8 kB, which no subscriber reads.');
  const answer = readCatalog(json.toString());
  if (answer.ok) return answer.catalog;
  throw new Error(
    answer.reason === 'newer'
      ? 'catalog.json: made by a newer Sleevenotes. Check it with that version.'
      : 'catalog.json: not a catalog (perhaps an error page of the host).',
  );
}

/** Reads all files. Returns how many they are. */
async function checkFiles(files: PublishedFiles, catalog: Catalog, errors: Set<string>): Promise<number> {
  let count = 0;
  async function read<T>(file: string, decode: (contents: Buffer) => T | null): Promise<T | null> {
    count += 1;
    try {
      const contents = await contentsOf(files, file);
      const decoded = contents && decode(contents);
      if (decoded !== null) return decoded;
      errors.add(`${file}: missing or damaged. Publish again, then upload the whole folder.`);
    } catch (error) {
      errors.add(reasonOf(error));
    }
    return null;
  }
  const list = async <T>(ref: CatalogFile | undefined, decode: (contents: Buffer) => T | null): Promise<T | null> =>
    ref ? read(ref.file, decode) : null;
  const text =
    <T>(decode: (text: string) => T | null) =>
    (contents: Buffer) =>
      decode(contents.toString());

  const filter = await list(catalog.filter, decodeFilter);
  await list(catalog.titles, text(decodeTitles));
  for (const ref of nameFilesOf(catalog)) await list(ref, text(decodeNames));
  const base = await list(catalog.shards, text(decodeShardList));
  const news: News[] = [];
  for (const ref of catalog.news) news.push(...[(await list(ref, text(decodeNews))) ?? []].flat());
  if (!base || news.length < catalog.news.length) return count;

  const shards = withShardNews(base, news);
  const has = filter && membership(filter, news);
  const waiting = [...shards];
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const [name, file] = one;
      const shard = await read(file, (contents) => decodeShard(new Uint8Array(contents)));
      for (const note of shard?.notes ?? []) {
        const { videoId, file: path, piece } = note;
        if (shardOf(hashVideo(videoId), shards) !== name || has?.(videoId) === false)
          errors.add(`${file}: has a note for ${videoId}, which is not one of its videos.`);
        const whole = piece === undefined ? inShard(shard, note) : await read(piece, (contents) => contents);
        if (whole && !decodeNote(whole)) errors.add(`${piece ?? file}: the note ${path} cannot be read.`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return count;
}

function membership(filter: FuseFilter, news: readonly News[]): (videoId: ShardNote['videoId']) => boolean {
  const since = changedSince(news);
  return (videoId) => since.get(videoId) ?? filterHas(filter, hashVideo(videoId));
}

function inShard(shard: Shard | null, note: ShardNote): Uint8Array {
  const bytes = shard?.read(note);
  return (bytes && uncompressed(Buffer.from(bytes))) ?? new Uint8Array();
}

/** A mirror with another catalog, or none, does not help anybody. */
async function checkMirrors({ id, mirrors }: Catalog, warnings: Set<string>): Promise<void> {
  const ignored = { error: () => undefined, warning: () => undefined };
  for (const mirror of mirrors) {
    try {
      const found = await catalogIn(hostFiles(catalogFolder(mirror), ignored));
      if (found.id !== id) warnings.add(`The mirror ${mirror} has another catalog.`);
    } catch (error) {
      warnings.add(`The mirror ${mirror} cannot be used (${reasonOf(error)}).`);
    }
  }
}

const reasonOf = (error: unknown) => systemSentence(error) ?? (error instanceof Error ? error.message : String(error));
