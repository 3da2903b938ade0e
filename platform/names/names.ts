import type { NamesPort } from '../ports.ts';
import { onChange } from '../store/changes.ts';
import { existingDatabase, LIBRARY_VERSION } from '../store/existing-database.ts';
import { bundledNames } from './bundled-names.ts';
import { createOwnNames } from './own-names.ts';

/**
 * The names at hand.
 *
 * @param options `held`: what is read stays in memory, for a page open while the viewer types; otherwise it is read
 *   again for every query. `renew`: makes the index of own names again; see {@link createOwnNames}.
 */
export function createNames({ held, renew }: { readonly held: boolean; readonly renew: () => void }): NamesPort {
  const existing = existingDatabase();
  const connect = async () => {
    const database = await existing();
    // An index not yet migrated has other keys.
    return database?.version === LIBRARY_VERSION ? database : null;
  };
  const own = createOwnNames(connect, { held, renew });
  if (held) {
    onChange(own.forget);
    own.prepare();
  }
  const shipped = held ? bundledNames() : null;
  return {
    bundled: () => shipped ?? bundledNames(),
    async *own(query, context, signal) {
      try {
        yield* own.find(query, context, signal);
      } catch (error) {
        console.warn('Sleevenotes: own notes cannot be searched', error);
        yield [];
      }
    },
  };
}
