import { buildNameIndex } from '../../core/glossary/name-index.ts';
import { announceChange } from '../store/changes.ts';
import type { LibraryDatabase, NamesRecord } from '../store/schema.ts';
import { ALL_NAMES, FEW_CHANGED, unpackRecord } from './own-names.ts';
import { isOutdated } from './stored-names.ts';

/** Records read at a time. */
const PART = 400;

/**
 * Indexes all names again when many notes have changed, or when another version made the index. The names
 * themselves are not touched, so a failure (a full disk) loses nothing.
 */
export async function repackNames(database: LibraryDatabase): Promise<void> {
  try {
    const outdated = isOutdated(await database.get('packs', ALL_NAMES));
    if (!outdated && (await database.count('changed')) <= FEW_CHANGED) return;
    const transaction = database.transaction(['packs', 'changed', 'names'], 'readwrite');
    const records: NamesRecord[] = [];
    for (let after: IDBKeyRange | null = null; ; ) {
      const part: NamesRecord[] = await transaction.objectStore('names').getAll(after, PART);
      const last = part.at(-1);
      if (!last) break;
      records.push(...part);
      after = IDBKeyRange.lowerBound([last.videoId, last.source, last.path], true);
    }
    await transaction.objectStore('packs').put(buildNameIndex(records.map(unpackRecord)), ALL_NAMES);
    await transaction.objectStore('changed').clear();
    await transaction.done;
    // Pages that have the previous index must read this one.
    announceChange([]);
  } catch (error) {
    console.warn('Sleevenotes: names of own notes are not indexed', error);
  }
}
