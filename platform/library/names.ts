import type { EditionNames, NamesPort } from '../ports.ts';
import { bundledNames } from './bundled-names.ts';
import { answerTo, existingDatabase } from './existing-database.ts';
import { unpackNames } from './pack-names.ts';
import type { NamesRecord } from './schema.ts';

/** Name of the store; that of schema.ts, which the background must not load. */
const NAMES = 'names';

/** Episodes in parts of this many: some milliseconds each, and never the whole library in memory. */
const PART = 400;

/** The names of every episode at hand, in parts, bundled ones first; an own note takes the place of a bundled one. */
export function createNames(): NamesPort {
  const connect = existingDatabase();
  return {
    async *names() {
      const shipped = await bundledNames();
      const database = await connect();
      if (!database) {
        yield shipped;
        return;
      }
      const store = database.transaction(NAMES).objectStore(NAMES);
      const own = await Promise.all(
        shipped.map(({ videoId, language }) => answerTo(store.getKey([videoId, language]))),
      );
      yield shipped.filter((_, index) => own[index] === undefined);
      yield* ownNames(database);
    },
  };
}

/** The names in the viewer's own notes, in parts of {@link PART} editions. */
export async function* ownNames(database: IDBDatabase): AsyncGenerator<readonly EditionNames[]> {
  for (let after: IDBKeyRange | null = null; ; ) {
    const store = database.transaction(NAMES).objectStore(NAMES);
    const records: NamesRecord[] = await answerTo(store.getAll(after, PART));
    const last = records.at(-1);
    if (!last) return;
    yield records.map(unpackNames);
    after = IDBKeyRange.lowerBound([last.videoId, last.language], true);
  }
}
