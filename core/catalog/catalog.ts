import * as v from 'valibot';
import { fromJson } from '../text/utf8.ts';
import { fileSchema, languageSchema } from './schemas.ts';

/** The version of the format this code reads and writes. A reader opens every older one. */
export const CATALOG_VERSION = 1;

/** Largest catalog.json, in bytes: everything that grows with the catalog is in other files. */
export const LARGEST_CATALOG_JSON = 8 * 1024;

const fileRef = v.object({ file: fileSchema, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const webAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s]+$/i));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const catalogSchema = v.object({
  format: v.literal('sleevenotes-catalog'),
  version: v.literal(CATALOG_VERSION),
  /** Identifies the catalog, also after it has moved. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  publisher: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** A page about the catalog. */
  home: v.optional(webAddress),
  languages: v.pipe(v.array(languageSchema), v.maxLength(200)),
  episodes: count,
  notes: count,
  /** Bytes of all shards and pieces together. */
  bytes: count,
  /** Folders with the same files, tried in turn when this one does not answer. */
  mirrors: v.optional(v.pipe(v.array(webAddress), v.maxLength(10)), []),
  /** The catalog's new address, when it has moved. */
  movedTo: v.optional(webAddress),
  /** The filter of all videos except those in the news. */
  filter: fileRef,
  /** The shards except those in the news. */
  shards: fileRef,
  /** The list of titles; absent in catalogs too large to be browsed. */
  titles: v.optional(fileRef),
  /** The names of all glossaries; absent in catalogs too large for it. */
  names: v.optional(fileRef),
  /** What changed since filter, shards, titles and names were made, oldest first; the changed names in a file of their own. */
  news: v.optional(v.pipe(v.array(v.object({ ...fileRef.entries, names: v.optional(fileRef) })), v.maxLength(100)), []),
});

/** A file of the catalog. */
export type CatalogFile = v.InferOutput<typeof fileRef>;

/** What catalog.json says. */
export type Catalog = v.InferOutput<typeof catalogSchema>;

/** `not-a-catalog`: something else, such as a web page. `newer`: made for a newer version of Sleevenotes. */
export type CatalogAnswer =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly reason: 'not-a-catalog' | 'newer' };

const newerSchema = v.object({
  format: v.literal('sleevenotes-catalog'),
  version: v.pipe(v.number(), v.minValue(CATALOG_VERSION + 1)),
});

/** Reads catalog.json. Unknown fields are dropped. */
export function readCatalog(json: string): CatalogAnswer {
  const data = fromJson(json);
  const result = v.safeParse(catalogSchema, data);
  if (result.success) return { ok: true, catalog: result.output };
  return { ok: false, reason: v.is(newerSchema, data) ? 'newer' : 'not-a-catalog' };
}
