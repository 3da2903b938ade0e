import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Catalog, LARGEST_CATALOG_JSON, readCatalog } from '../../core/catalog/catalog.ts';
import { hashIn } from '../../core/catalog/schemas.ts';
import { UsageError } from '../usage-error.ts';

/** Reads files of a published catalog, from a folder or from its host. */
export interface PublishedFiles {
  /** The file's bytes; `null` when there is no such file. */
  read(file: string): Promise<Buffer | null>;
}

/** The hash in a file's name: of the contents before compression, because hosts and browsers differ in decompressing files. */
export const hashOf = (contents: Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex').slice(0, 16);

export const folderFiles = (folder: string): PublishedFiles => ({
  read: (file) =>
    readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
});

/** The catalog in a folder; `null` when there is none yet. Throws when catalog.json exists but cannot be read. */
export async function publishedCatalog(files: PublishedFiles): Promise<Catalog | null> {
  const json = await files.read('catalog.json');
  if (!json) return null;
  const answer = readCatalog(json.toString());
  if (answer.ok) return answer.catalog;
  throw new UsageError(
    answer.reason === 'newer'
      ? 'catalog.json was made by a newer Sleevenotes. Use that version.'
      : 'catalog.json is not a catalog. Choose an empty folder, or the folder of an earlier `notes publish`.',
  );
}

/** The contents of a file, uncompressed; `null` when it is missing or damaged. */
export async function contentsOf(files: PublishedFiles, file: string): Promise<Buffer | null> {
  const bytes = await files.read(file);
  const contents = bytes && uncompressed(bytes);
  return contents && hashOf(contents) === hashIn(file) ? contents : null;
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Decompresses up to three times, because some hosts compress compressed files again; `null` when damaged. */
export function uncompressed(bytes: Buffer): Buffer | null {
  try {
    let plain = bytes;
    for (let times = 0; times < 3 && isGzip(plain); times++) plain = gunzipSync(plain, { maxOutputLength: 2 ** 30 });
    return plain;
  } catch {
    return null;
  }
}

export const fitsCatalogJson = (json: string): boolean => Buffer.byteLength(json) <= LARGEST_CATALOG_JSON;
