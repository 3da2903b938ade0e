import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Catalog, LARGEST_CATALOG_JSON, readCatalog } from '../../core/catalog/catalog.ts';
import { hashIn } from '../../core/catalog/schemas.ts';
import { UsageError } from '../usage-error.ts';

/** Reads files of a published catalog: in a folder here, or as its host serves them. */
export interface PublishedFiles {
  /** The file's bytes; `null` when there is no such file. */
  read(file: string): Promise<Buffer | null>;
}

/** The name's hash is that of the contents before compression, because hosts and browsers differ in undoing it. */
export const hashOf = (contents: Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex').slice(0, 16);

export const folderFiles = (folder: string): PublishedFiles => ({
  read: (file) =>
    readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
});

/** The catalog in a folder; `null` when there is none yet. Throws when catalog.json is there and cannot be read. */
export async function publishedCatalog(files: PublishedFiles): Promise<Catalog | null> {
  const json = await files.read('catalog.json');
  if (!json) return null;
  const answer = readCatalog(json.toString());
  if (answer.ok) return answer.catalog;
  throw new UsageError(
    answer.reason === 'newer'
      ? 'catalog.json was made by a newer Sleevenotes. Use that version.'
      : 'catalog.json is no catalog. Choose an empty folder, or the folder of an earlier `notes publish`.',
  );
}

/** The contents of a file, uncompressed; `null` when it is missing or damaged. */
export async function contentsOf(files: PublishedFiles, file: string): Promise<Buffer | null> {
  const bytes = await files.read(file);
  const contents = bytes && uncompressed(bytes);
  return contents && hashOf(contents) === hashIn(file) ? contents : null;
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Some hosts compress what is compressed already, so it is undone until nothing is left to undo. */
function uncompressed(bytes: Buffer): Buffer | null {
  try {
    let plain = bytes;
    for (let times = 0; times < 3 && isGzip(plain); times++) plain = gunzipSync(plain, { maxOutputLength: 2 ** 30 });
    return plain;
  } catch {
    return null;
  }
}

export const fitsCatalogJson = (json: string): boolean => Buffer.byteLength(json) <= LARGEST_CATALOG_JSON;
