import type { DBSchema, IDBPDatabase } from 'idb';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { ShardList } from '../../core/catalog/shard-list.ts';
import type { CatalogTitle } from '../../core/catalog/titles.ts';
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

export type KeptKey = [catalog: string, file: string];

export interface CatalogsSchema extends DBSchema {
  catalogs: { key: string; value: CatalogRecord };
  membership: { key: string; value: MembershipRecord };
  /** By catalog: where its shards are now, news included. */
  shards: { key: string; value: ShardList };
  /** By catalog: its titles now, news included. */
  titles: { key: string; value: readonly CatalogTitle[] };
  kept: { key: KeptKey; value: KeptRecord };
  /** The bytes of each kept file. */
  contents: { key: KeptKey; value: ArrayBuffer };
  /** `limit`: bytes that may be kept of catalogs which are not kept whole. */
  choices: { key: 'limit'; value: number };
}

export type CatalogsDatabase = IDBPDatabase<CatalogsSchema>;
