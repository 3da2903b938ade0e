import type { LibraryDatabase, NoteRecord, OwnNoteKey } from './schema.ts';
import { changeNotes, putNote } from './write-notes.ts';

/** Packs the names of a note's glossary again when the note is restored. */
export type NamesOf = (note: NoteRecord) => Promise<string>;

/** Puts removed notes back. One that was imported again since then stays as it is. */
export async function takeBack(
  database: LibraryDatabase,
  keys: readonly OwnNoteKey[],
  namesOf: NamesOf,
): Promise<void> {
  const names = new Map<string, string>();
  for (const key of keys) {
    const note = await database.get('removed', key);
    if (note) names.set(key.join(), await namesOf(note));
  }
  await changeNotes(database, keys, async (transaction, key) => {
    const removed = await transaction.objectStore('removed').get(key);
    const present = await transaction.objectStore('notes').get(key);
    if (!removed || present) return;
    const { removedAt: _, removedOn: __, ...note } = removed;
    await putNote(transaction, { note, packedNames: names.get(key.join()) ?? '' });
  });
}

/**
 * Exchanges a note for the one it replaced; doing it twice changes nothing. Where that one came from another file, which
 * early versions replaced as well, it comes back beside the note.
 */
export async function restoreOlder(database: LibraryDatabase, key: OwnNoteKey, namesOf: NamesOf): Promise<void> {
  const older = await database.get('older', key);
  if (!older) return;
  const packedNames = await namesOf(older);
  await changeNotes(database, [key], async (transaction) => {
    await transaction.objectStore('older').delete(key);
    await putNote(transaction, { note: older, packedNames });
  });
}

/** Days on which the library is used for which a removed note can be taken back: long enough to notice a mistake. */
const KEEP_REMOVED = 30;

/**
 * Forgets for good what was removed long ago. Days of use are counted, not days of the clock: a clock that was a month
 * ahead for an hour, or a month without the browser, must not cost a note.
 * @param today How many days the library has been used.
 */
export async function sweepRemoved(database: LibraryDatabase, today: number): Promise<void> {
  const transaction = database.transaction('removed', 'readwrite');
  for await (const cursor of transaction.store) {
    const { removedOn = today } = cursor.value;
    if (today - removedOn > KEEP_REMOVED) await cursor.delete();
    else if (cursor.value.removedOn === undefined) await cursor.update({ ...cursor.value, removedOn });
  }
  await transaction.done;
}

/** Forgets all removed notes for good. */
export const forgetRemoved = (database: LibraryDatabase): Promise<void> => database.clear('removed');
