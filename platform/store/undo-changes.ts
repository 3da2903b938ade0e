import type { LibraryDatabase, NoteRecord, OwnNoteKey } from './schema.ts';
import { changeNotes, putNote } from './write-notes.ts';

/** What a note's glossary is packed to; asked for again when a note comes back. */
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
    const { removedAt: _, ...note } = removed;
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

/** Forgets removed notes for good, those removed before a moment or all. */
export async function sweepRemoved(database: LibraryDatabase, before = Number.POSITIVE_INFINITY): Promise<void> {
  const transaction = database.transaction('removed', 'readwrite');
  for await (const cursor of transaction.store) {
    if (cursor.value.removedAt < before) await cursor.delete();
  }
  await transaction.done;
}
