import { linkedFolder } from '../../core/catalog/address.ts';
import type { Catalog, CatalogFile } from '../../core/catalog/catalog.ts';
import { decodeFilter, filterParts } from '../../core/catalog/fuse-filter.ts';
import { changedSince } from '../../core/catalog/membership.ts';
import { decodeNews, type News, withShardNews, withTitleNews } from '../../core/catalog/news.ts';
import { decodeShardList, type ShardList } from '../../core/catalog/shard-list.ts';
import { type CatalogTitle, decodeTitles } from '../../core/catalog/titles.ts';
import { fromUtf8 } from '../../core/text/utf8.ts';
import { type Folders, fetchNamed } from './fetch-catalog.ts';
import { LARGEST, limitOf } from './largest.ts';
import type { MembershipRecord } from './membership-record.ts';

/** All that is known of a catalog without its notes. */
export interface Listing {
  readonly catalog: Catalog;
  readonly membership: MembershipRecord;
  /** Its filter in parts; `null`: those that are stored. */
  readonly filter: readonly Uint16Array<ArrayBuffer>[] | null;
  readonly shards: ShardList;
  /** `null` when the catalog has none. */
  readonly titles: readonly CatalogTitle[] | null;
}

/** Where a catalog's files can be had: at its address, and at its mirrors. */
export const foldersOf = (address: string, { mirrors }: Catalog): Folders => [
  address,
  ...mirrors.flatMap((mirror) => linkedFolder(mirror.endsWith('/') ? mirror : `${mirror}/`, address) ?? []),
];

/** Whether a catalog is as it was some publications ago: an old copy, from a cache or a mirror that lags behind. */
export const isOlder = (catalog: Catalog, than: Catalog): boolean =>
  catalog.news.length < than.news.length && isContinued(catalog, than);

/**
 * Fetches what the listing of a catalog lacks: with a listing from before only the news since then, as long as the
 * publisher added to them; otherwise all of it.
 * @throws {CatalogFailure}
 */
export async function fetchListing(catalog: Catalog, address: string, before: Listing | null): Promise<Listing> {
  const folders = foldersOf(address, catalog);
  const text = <T>(decode: (text: string) => T | null) => {
    return (contents: Uint8Array<ArrayBuffer>): T | null => {
      const read = fromUtf8(contents);
      return read === null ? null : decode(read);
    };
  };
  const list = <T>(ref: CatalogFile, decode: (text: string) => T | null): Promise<T> =>
    fetchNamed(folders, ref.file, limitOf(ref, LARGEST.list), text(decode));
  const fetchNews = (refs: Catalog['news']): Promise<readonly News[]> =>
    Promise.all(refs.map((ref) => list(ref, decodeNews)));

  if (before && isContinued(before.catalog, catalog)) {
    const news = await fetchNews(catalog.news.slice(before.catalog.news.length));
    return withNews(before, catalog, news);
  }
  const [filter, shards, titles, news] = await Promise.all([
    fetchNamed(folders, catalog.filter.file, limitOf(catalog.filter, LARGEST.filter), decodeFilter),
    list(catalog.shards, decodeShardList),
    catalog.titles ? list(catalog.titles, decodeTitles) : null,
    fetchNews(catalog.news),
  ]);
  const { fingerprints: _, ...shape } = filter;
  const membership = { id: catalog.id, shape, since: new Map(), removed: false };
  return withNews({ catalog, membership, filter: filterParts(filter), shards, titles }, catalog, news);
}

/** Whether the files are those of before, with news added at the end. */
function isContinued(before: Catalog, now: Catalog): boolean {
  return (
    before.filter.file === now.filter.file &&
    before.shards.file === now.shards.file &&
    before.titles?.file === now.titles?.file &&
    before.news.every(({ file }, at) => now.news[at]?.file === file)
  );
}

function withNews({ membership, filter, shards, titles }: Listing, catalog: Catalog, news: readonly News[]): Listing {
  return {
    catalog,
    membership: { ...membership, since: new Map([...membership.since, ...changedSince(news)]) },
    filter,
    shards: withShardNews(shards, news),
    titles: titles && withTitleNews(titles, news),
  };
}
