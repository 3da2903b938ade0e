import type { NamesPort } from '../ports.ts';
import { onChange } from '../store/changes.ts';
import { answerTo, existingDatabase } from '../store/existing-database.ts';
import { bundledNames } from './bundled-names.ts';
import { createOwnNames } from './own-names.ts';

/** Name of the store; that of schema.ts, which the background must not load. */
const NAMES = 'names';

/**
 * The names at hand. `held`: what is read stays in memory, for a page that is open while somebody types; otherwise it is
 * read anew for every question.
 */
export function createNames({ held }: { readonly held: boolean }): NamesPort {
  const connect = existingDatabase();
  const own = createOwnNames(connect, held);
  if (held) {
    onChange(own.forget);
    own.prepare();
  }
  return {
    async bundled() {
      const shipped = await bundledNames();
      const database = await connect();
      if (!database) return shipped;
      const store = database.transaction(NAMES).objectStore(NAMES);
      const replaced = await Promise.all(
        shipped.map(({ videoId, language }) => answerTo(store.getKey([videoId, language]))),
      );
      return shipped.filter((_, index) => replaced[index] === undefined);
    },
    async *own(query, signal) {
      try {
        yield* own.find(query, signal);
      } catch (error) {
        console.warn('Sleevenotes: own notes cannot be searched', error);
      }
    },
  };
}
