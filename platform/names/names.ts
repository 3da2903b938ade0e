import type { LookupIndex } from '../../core/glossary/build-index.ts';
import { onCatalogs } from '../catalogs/changes.ts';
import { CATALOGS_DATABASE } from '../catalogs/membership-record.ts';
import type { NamesPort } from '../ports.ts';
import { isPrivate } from '../storage/private-window.ts';
import { onChange } from '../store/changes.ts';
import { existingDatabase, LIBRARY_VERSION } from '../store/existing-database.ts';
import { bundledNames } from './bundled-names.ts';
import { catalogNames } from './catalog-names.ts';
import { ownNames } from './own-names.ts';
import { findStored } from './stored-names.ts';

/** The indexes of names that are kept: of own notes, and of catalogs. */
export type NamesKind = 'own' | 'catalogs';

/**
 * The names of bundled notes, own notes and catalogs.
 *
 * @param options `cached`: indexes stay in memory, for a page in which the viewer types; otherwise they are read again for
 *   every query. `renew`: brings the names of a kind up to date, in a worker.
 */
export function createNames({
  cached,
  renew,
}: {
  readonly cached: boolean;
  readonly renew: (kind: NamesKind) => void;
}): NamesPort {
  const existing = existingDatabase();
  const connect = async () => {
    const database = await existing();
    // An index not yet migrated has other keys.
    return database?.version === LIBRARY_VERSION ? database : null;
  };
  const own = ownNames(connect, { cached, renew: () => renew('own') });
  const catalogs = catalogNames(existingDatabase(CATALOGS_DATABASE), {
    cached,
    // It may ask a host, as nothing does in a private window.
    renew: () => void isPrivate().then((answer) => answer || renew('catalogs')),
  });
  const kinds = [own, catalogs];
  if (cached) {
    onChange(own.forget);
    onCatalogs((change) => change === 'list' && catalogs.forget());
  }
  let shipped: Promise<LookupIndex> | null = null;
  return {
    prepare() {
      // The first query fails in the same way, and reports it.
      for (const kind of kinds) void kind.indexes().catch(kind.forget);
    },
    bundled() {
      const names = shipped ?? bundledNames();
      if (cached) shipped = names;
      return names;
    },
    async *stored(query, context, signal) {
      try {
        yield* findStored(kinds, query, context, signal);
      } catch (error) {
        console.warn('Sleevenotes: stored names cannot be searched', error);
        yield [];
      }
    },
  };
}
