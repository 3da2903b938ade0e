import type { LanguageTag } from '../note/episode.ts';
import type { Catalog } from './catalog.ts';
import type { CatalogFault } from './fault.ts';

/** What is shown of a catalog, whether subscribed to or not. */
export interface CatalogFacts {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** A page about the catalog. */
  readonly home: string | null;
  /** Address of its folder. */
  readonly address: string;
  readonly languages: readonly LanguageTag[];
  readonly episodes: number;
  readonly notes: number;
  /** Size of all notes, compressed. */
  readonly bytes: number;
}

/**
 * Progress of downloading a whole catalog: `off` when only notes that were read are kept, `waiting` while no page works on it,
 * `stopped` after a fault.
 */
export type Keeping = 'off' | 'waiting' | 'running' | 'paused' | 'stopped' | 'complete';

/** A catalog the viewer has subscribed to. */
export interface Subscription extends CatalogFacts {
  /** When its host was last requested, in milliseconds since 1970. */
  readonly lookedAt: number;
  /** Why that request failed. */
  readonly fault: CatalogFault | null;
  /** What stopped keeping everything. */
  readonly keepFault: CatalogFault | null;
  /** What stopped fetching or indexing its names. */
  readonly namesFault: CatalogFault | null;
  /** The address its publisher gave as the new one. */
  readonly movedTo: string | null;
  /** Bytes of its notes that are kept here. */
  readonly keptBytes: number;
  /** How many of the files with notes are kept in their present version, and how many there are. */
  readonly keptShards: number;
  readonly shards: number;
  readonly keeping: Keeping;
  /** Whether its titles can be browsed. */
  readonly hasTitles: boolean;
  /** The names of all its notes, for lookups, and their compressed size; `null` when it has no list of them. */
  readonly names: { readonly bytes: number; readonly state: 'off' | 'fetching' | 'here' } | null;
}

export function factsOf(catalog: Catalog, address: string): CatalogFacts {
  const { id, title, publisher, home, languages, episodes, notes, bytes } = catalog;
  return { id, title, publisher: publisher ?? null, home: home ?? null, address, languages, episodes, notes, bytes };
}
