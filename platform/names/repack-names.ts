import { announceChange } from '../store/changes.ts';
import type { LibraryDatabase, NamesRecord } from '../store/schema.ts';
import { collectStarts, formsIn, makePacks } from './names-pack.ts';
import { FEW_CHANGED } from './own-names.ts';

/** Records read at a time. */
const PART = 400;

/**
 * Packs all names anew when many have changed. The names themselves are not touched, and without packs they are only
 * found more slowly, so a failure (a full disk) changes nothing.
 */
export async function repackNames(database: LibraryDatabase): Promise<void> {
  if ((await database.count('changed')) <= FEW_CHANGED) return;
  try {
    const transaction = database.transaction(['packs', 'starts', 'changed', 'names'], 'readwrite');
    const names: NamesRecord[] = [];
    for (let after: IDBKeyRange | null = null; ; ) {
      const part: NamesRecord[] = await transaction.objectStore('names').getAll(after, PART);
      const last = part.at(-1);
      if (!last) break;
      names.push(...part);
      after = IDBKeyRange.lowerBound([last.videoId, last.source, last.path], true);
    }
    await transaction.objectStore('packs').clear();
    for (const pack of makePacks(names)) await transaction.objectStore('packs').put(pack);
    const { shards, ...rest } = collectStarts(names, formsIn(names));
    for (const [at, shard] of shards.entries()) await transaction.objectStore('starts').put(shard, at);
    await transaction.objectStore('starts').put(rest, 'notes');
    await transaction.objectStore('changed').clear();
    await transaction.done;
    // Who holds packs of before must not look into starts of now.
    announceChange([]);
  } catch (error) {
    console.warn('Sleevenotes: names are found more slowly', error);
  }
}
