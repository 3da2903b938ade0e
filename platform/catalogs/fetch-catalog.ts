import { type Catalog, LARGEST_CATALOG_JSON, readCatalog } from '../../core/catalog/catalog.ts';
import { hashIn } from '../../core/catalog/schemas.ts';
import { fromUtf8 } from '../../core/text/utf8.ts';
import { CatalogFailure } from './catalog-failure.ts';
import { answersWithoutCors, fetchBytes } from './fetch-bytes.ts';
import { hashOf, unpack } from './unpack.ts';

const CATALOG_FILE = 'catalog.json';

/** Where a catalog can be had, tried in turn. */
export type Folders = readonly string[];

/**
 * Fetches catalog.json of a folder.
 * @param probe Find out whether a host that cannot be read answers nevertheless: a second request.
 * @throws {CatalogFailure}
 */
export async function fetchCatalog(folder: string, probe: boolean): Promise<Catalog> {
  const address = folder + CATALOG_FILE;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await fetchBytes(address, { limit: LARGEST_CATALOG_JSON, cache: 'no-cache' });
  } catch (error) {
    const unread = error instanceof CatalogFailure && error.fault.kind === 'unreachable';
    if (unread && probe && (await answersWithoutCors(address))) throw new CatalogFailure('no-cors', address);
    // A page that is not a catalog may have any size.
    if (error instanceof CatalogFailure && error.fault.kind === 'too-large')
      throw new CatalogFailure('not-a-catalog', address);
    throw error;
  }
  const unpacked = await unpack(bytes, LARGEST_CATALOG_JSON);
  if ('reason' in unpacked) throw new CatalogFailure('damaged', address, CATALOG_FILE);
  const answer = readCatalog(fromUtf8(unpacked.contents) ?? '');
  if (answer.ok) return answer.catalog;
  if (answer.reason === 'newer') throw new CatalogFailure('newer', address);
  throw isWebPage(unpacked.contents)
    ? new CatalogFailure('web-page', address, CATALOG_FILE)
    : new CatalogFailure('not-a-catalog', address);
}

/**
 * Fetches a file whose name carries the hash of its contents, from the first folder that has it whole.
 * @throws {CatalogFailure} with the fault of the first folder.
 */
export async function fetchNamed<T>(
  folders: Folders,
  file: string,
  limit: number,
  decode: (contents: Uint8Array<ArrayBuffer>) => T | null,
  signal?: AbortSignal,
): Promise<T> {
  let first: unknown = null;
  for (const folder of folders) {
    try {
      return await fetchFrom(folder, file, limit, decode, signal);
    } catch (error) {
      signal?.throwIfAborted();
      first ??= error;
    }
  }
  throw first;
}

async function fetchFrom<T>(
  folder: string,
  file: string,
  limit: number,
  decode: (contents: Uint8Array<ArrayBuffer>) => T | null,
  signal?: AbortSignal,
): Promise<T> {
  const bytes = await fetchBytes(folder + file, { limit, cache: 'default', ...(signal && { signal }) });
  return readNamed(bytes, folder, file, limit, decode);
}

/**
 * Checks and decodes the bytes that a folder's host has sent for a file.
 * @throws {CatalogFailure}
 */
export async function readNamed<T>(
  bytes: Uint8Array<ArrayBuffer>,
  folder: string,
  file: string,
  limit: number,
  decode: (contents: Uint8Array<ArrayBuffer>) => T | null,
): Promise<T> {
  const address = folder + file;
  const isWhole = async (contents: Uint8Array<ArrayBuffer>) => (await hashOf(contents)) === hashIn(file);
  const unpacked = await unpack(bytes, limit, isWhole);
  if ('reason' in unpacked) throw new CatalogFailure(unpacked.reason, address, file);
  const { contents } = unpacked;
  if (!(await isWhole(contents))) throw new CatalogFailure(isWebPage(contents) ? 'web-page' : 'damaged', address, file);
  const decoded = decode(contents);
  // Whole, and still not what it should be: its publisher made it so.
  if (decoded === null) throw new CatalogFailure('damaged', address, file);
  return decoded;
}

/** Hosts answer a missing file with a page, and some with status 200. */
const isWebPage = (contents: Uint8Array) => contents.find((byte) => byte > SPACE) === LESS_THAN;
const SPACE = 0x20;
const LESS_THAN = 0x3c;
