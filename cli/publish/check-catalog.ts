import { readCatalogAddress } from '../../core/catalog/address.ts';
import { type Catalog, type CatalogFile, readCatalog } from '../../core/catalog/catalog.ts';
import { decodeFilter } from '../../core/catalog/fuse-filter.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { decodeNames } from '../../core/catalog/names.ts';
import { decodeNews, type News, withShardNews } from '../../core/catalog/news.ts';
import { decodeShard } from '../../core/catalog/shard-file.ts';
import { decodeShardList, type ShardList } from '../../core/catalog/shard-list.ts';
import { decodeTitles } from '../../core/catalog/titles.ts';
import { UsageError } from '../usage-error.ts';
import { contentsOf, folderFiles, type PublishedFiles } from './published-files.ts';

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
  const errors: string[] = [];
  const warnings: string[] = [];
  const files = /^https?:\/\//i.test(place) ? hostFiles(folderOf(place), errors, warnings) : folderFiles(place);
  const json = await files.read('catalog.json').catch((error: unknown) => void errors.push(reasonOf(error)));
  if (!json) {
    if (errors.length === 0) errors.push('catalog.json: missing. Is this the address of the published folder?');
    return { catalog: null, files: 0, errors, warnings };
  }
  const answer = readCatalog(json.toString());
  if (!answer.ok) {
    errors.push(
      answer.reason === 'newer'
        ? 'catalog.json: made by a newer Sleevenotes. Check it with that version.'
        : 'catalog.json: not a catalog (perhaps an error page of the host).',
    );
    return { catalog: null, files: 1, errors, warnings };
  }
  const { catalog } = answer;
  let count = 1;

  async function list<T>(ref: CatalogFile | undefined, decode: (contents: Buffer) => T | null): Promise<T | null> {
    if (!ref) return null;
    count += 1;
    const contents = await contentsOf(files, ref.file).catch((error: unknown) => void errors.push(reasonOf(error)));
    const decoded = contents ? decode(contents) : null;
    if (decoded === null) errors.push(`${ref.file}: missing or damaged. Publish again, then upload the whole folder.`);
    return decoded;
  }
  const text = (contents: Buffer) => contents.toString();
  await list(catalog.filter, decodeFilter);
  await list(catalog.titles, (contents) => decodeTitles(text(contents)));
  for (const ref of nameFilesOf(catalog)) await list(ref, (contents) => decodeNames(text(contents)));
  const base: ShardList | null = await list(catalog.shards, (contents) => decodeShardList(text(contents)));
  const news: News[] = [];
  for (const ref of catalog.news) {
    const decoded = await list(ref, (contents) => decodeNews(text(contents)));
    if (decoded) news.push(decoded);
  }
  const waiting = [...withShardNews(base ?? new Map(), news).values()];
  const next = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const shard = await list({ file, bytes: 0 }, decodeShard as (contents: Buffer) => ReturnType<typeof decodeShard>);
      for (const { piece } of shard?.notes ?? []) {
        if (piece !== undefined) await list({ file: piece, bytes: 0 }, (contents) => contents);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return { catalog, files: count, errors, warnings: [...new Set(warnings)] };
}

/** The folder of an address, by the rules that subscribing uses. Throws a usage error when subscribing would refuse it. */
function folderOf(address: string): string {
  const answer = readCatalogAddress(address);
  if (answer.ok) return answer.folder;
  throw new UsageError(
    answer.reason === 'insecure'
      ? `${address}: subscribers need https (http works on this machine only).`
      : `${address}: not an address. Write https://host/folder/.`,
  );
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Requests files as an extension does: from another origin, without credentials or custom headers. */
function hostFiles(folder: string, errors: string[], warnings: string[]): PublishedFiles {
  const seen = new Set<string>();
  const once = (list: string[], sentence: string) => {
    if (!seen.has(sentence)) list.push(sentence);
    seen.add(sentence);
  };
  return {
    async read(file) {
      const address = new URL(file, folder);
      let response: Response;
      try {
        response = await fetch(address, { headers: { origin: 'https://extension.example' } });
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : reasonOf(error);
        throw new Error(`${address.href}: the host does not answer (${cause}).`);
      }
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${address.href}: the host answers ${response.status}.`);
      if (new URL(response.url).origin !== address.origin)
        once(errors, `The host redirects readers to ${new URL(response.url).origin}. Publish that address instead.`);
      if (!['*', 'https://extension.example'].includes(response.headers.get('access-control-allow-origin') ?? ''))
        once(
          errors,
          'The host does not send "Access-Control-Allow-Origin: *", so no browser lets an extension read it.',
        );
      if (file === 'catalog.json' && !response.headers.has('etag') && !response.headers.has('last-modified'))
        once(warnings, 'catalog.json comes without ETag or Last-Modified: each daily check downloads all of it.');
      if (file === 'catalog.json' && maxAge(response) > 24 * 3600)
        once(warnings, 'catalog.json may be cached for more than a day: news reach readers late.');
      return Buffer.from(await response.arrayBuffer());
    },
  };
}

/** The `max-age` of a response, in seconds; 0 when it has none. */
const maxAge = (response: Response) =>
  Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1] ?? 0);
