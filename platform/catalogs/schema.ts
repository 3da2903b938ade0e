import type { DBSchema, IDBPDatabase } from 'idb';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { ShardList } from '../../core/catalog/shard-list.ts';
import type { CatalogTitle } from '../../core/catalog/titles.ts';
import type { NameIndex } from '../../core/glossary/name-index.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { MembershipRecord } from './membership-record.ts';

/** A catalog the viewer has subscribed to. */
export interface CatalogRecord {
  readonly id: string;
  /** Its place in the viewer's order; lower comes first. */
  readonly place: number;
  /** The folder it was subscribed at. */
  readonly address: string;
  /** As it was when all that belongs to it was last read. */
  readonly catalog: Catalog;
  /** When its host was asked last, whether it answered or not. Milliseconds since 1970. */
  readonly lookedAt: number;
  readonly fault: CatalogFault | null;
  readonly keepAll: 'off' | 'on' | 'paused';
  /** What stopped keeping everything. */
  readonly keepFault: CatalogFault | null;
  /** Whether its names are to be found in lookups. Absent in records of versions that did not know names. */
  readonly wantsNames?: boolean;
  /** What stopped fetching or indexing them. */
  readonly namesFault?: CatalogFault | null;
  /** When the viewer removed it, in milliseconds since 1970: it can be taken back until it is swept. */
  readonly removedAt: number | null;
}

/** What is known of a kept file without reading it. */
export interface KeptRecord {
  readonly catalog: string;
  /** The shard's name; for a long note's own file that of the shard which names it. */
  readonly shard: string;
  /** The file, as it was called when it was fetched. */
  readonly file: string;
  /** Whether it is a long note's own file. */
  readonly piece: boolean;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

/** The names of one note of a catalog. */
export interface CatalogNamesRecord {
  readonly videoId: VideoId;
  /** The note's path at its publisher's. */
  readonly file: string;
  readonly language: LanguageTag;
  /** By core/glossary/packed-names.ts. */
  readonly packed: string;
}

/** The index of a catalog's names, searched as it is stored. */
export interface NamesPack {
  /** The files they came from, in the order they were read in. */
  readonly files: readonly string[];
  readonly index: NameIndex;
}

export type KeptKey = [catalog: string, file: string];

export interface CatalogsSchema extends DBSchema {
  catalogs: { key: string; value: CatalogRecord };
  membership: { key: string; value: MembershipRecord };
  /** By catalog, and number of the part. */
  filters: { key: [catalog: string, part: number]; value: Uint16Array<ArrayBuffer> };
  /** By catalog: where its shards are now, news included. */
  shards: { key: string; value: ShardList };
  /** By catalog: its titles now, news included. */
  titles: { key: string; value: readonly CatalogTitle[] };
  kept: { key: KeptKey; value: KeptRecord };
  /** The bytes of each kept file. */
  contents: { key: KeptKey; value: ArrayBuffer };
  /** By catalog, and number in the index. */
  names: { key: [catalog: string, source: number]; value: CatalogNamesRecord };
  /** By catalog. */
  packs: { key: string; value: NamesPack };
  /** `limit`: bytes that may be kept of catalogs which are not kept whole. */
  choices: { key: 'limit'; value: number };
}

export type CatalogsDatabase = IDBPDatabase<CatalogsSchema>;
