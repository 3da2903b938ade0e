import * as v from 'valibot';
import { fromJson } from '../text/utf8.ts';
import { fileSchema, languageSchema, plainLine } from './schemas.ts';

/** The version of the format this code reads and writes. A reader opens every older one. */
export const CATALOG_VERSION = 1;

/** Largest catalog.json, in bytes: everything that grows with the catalog is in other files. */
export const LARGEST_CATALOG_JSON = 8 * 1024;

/** Longest title, and longest name of a publisher, in characters. */
export const LONGEST_TITLE = 200;
export const LONGEST_ADDRESS = 2000;
export const MOST_MIRRORS = 10;
export const MOST_LANGUAGES = 200;

const fileRef = v.object({ file: fileSchema, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const webAddress = v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.regex(/^https?:\/\/[^\s]+$/i), v.url());
/** Of a stranger, and shown beside words of ours. */
const line = v.pipe(v.string(), v.transform(plainLine), v.maxLength(LONGEST_TITLE));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const catalogSchema = v.object({
  format: v.literal('sleevenotes-catalog'),
  version: v.literal(CATALOG_VERSION),
  /** Identifies the catalog, also after it has moved. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  title: v.pipe(line, v.minLength(1)),
  publisher: v.optional(line),
  /** A page about the catalog. */
  home: v.optional(webAddress),
  languages: v.pipe(v.array(languageSchema), v.maxLength(MOST_LANGUAGES)),
  episodes: count,
  notes: count,
  /** Bytes of all shards and pieces together. */
  bytes: count,
  /** Folders with the same files, tried in turn when this one does not answer. */
  mirrors: v.optional(v.pipe(v.array(webAddress), v.maxLength(MOST_MIRRORS)), []),
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
