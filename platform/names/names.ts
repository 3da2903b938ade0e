import type { NamesPort } from '../ports.ts';
import { onChange } from '../store/changes.ts';
import { existingDatabase, LIBRARY_VERSION } from '../store/existing-database.ts';
import { bundledNames } from './bundled-names.ts';
import { createOwnNames } from './own-names.ts';

/**
 * The names at hand. `held`: what is read stays in memory, for a page that is open while somebody types; otherwise it is
 * read anew for every question.
 */
export function createNames({ held }: { readonly held: boolean }): NamesPort {
  const existing = existingDatabase();
  const connect = async () => {
    const database = await existing();
    // One that no page has brought up to date yet has other keys.
    return database?.version === LIBRARY_VERSION ? database : null;
  };
  const own = createOwnNames(connect, held);
  if (held) {
    onChange(own.forget);
    own.prepare();
  }
  return {
    bundled: bundledNames,
    async *own(query, signal) {
      try {
        yield* own.find(query, signal);
      } catch (error) {
        console.warn('Sleevenotes: own notes cannot be searched', error);
      }
    },
  };
}
