import { announceChange } from './changes.ts';
import { gunzip } from './gzip.ts';
import { ownEpisodes, type Recompile } from './read-notes.ts';
import {
  EDITION_FORMAT,
  isOutdated,
  keyOfNote,
  type LibraryDatabase,
  type NoteRecord,
  type OwnNoteKey,
  revisionNow,
} from './schema.ts';
import { changeNotes, keyOf, renewNote } from './write-notes.ts';

/** The notes that an earlier version compiled, by the index alone. */
export async function outdatedNotes(database: LibraryDatabase): Promise<OwnNoteKey[]> {
  const episodes = await ownEpisodes(database);
  return episodes.flatMap(({ videoId, notes }) =>
    notes.filter(isOutdated).map((summary) => keyOfNote(videoId, summary)),
  );
}

/**
 * Reads a note's file again and puts what this version makes of it in the place of the old edition. Where it makes nothing
 * of it, or a note of another video or language, whose place the viewer's corrections would not follow to, the old edition
 * stays, and is not tried again.
 *
 * @throws When the compiler did not start or the disk is full; the note is then as it was.
 */
export async function renew(database: LibraryDatabase, record: NoteRecord, recompile: Recompile): Promise<void> {
  const file = await gunzip(record.file).catch(() => null);
  const made = file && (await recompile(record, file));
  const fresh = made && keyOf(made.note).join('\n') === keyOf(record).join('\n') ? made : null;
  const { summary } = fresh?.note ?? record;
  const note = {
    ...(fresh?.note ?? record),
    format: EDITION_FORMAT,
    summary: { ...summary, revision: revisionNow(record.summary.revision), importedAt: record.summary.importedAt },
  };
  await changeNotes(database, [keyOf(record)], (transaction) =>
    renewNote(transaction, record, { note, packedNames: fresh?.packedNames ?? null }),
  );
}

/** Renews notes of one video that were just opened, one after the other, while they are shown as they were. */
export async function renewOpened(
  database: LibraryDatabase,
  records: readonly NoteRecord[],
  recompile: Recompile,
): Promise<void> {
  for (const record of records) {
    await renew(database, record, recompile).catch((error: unknown) => {
      console.warn('Sleevenotes: a note could not be read again', error);
    });
  }
}

/**
 * Renews every note that an earlier version compiled. Each is kept by itself, so whatever ends this loses nothing, and
 * the next time goes on from there.
 *
 * @param atOnce How many are compiled at the same time.
 * @param onProgress Is told after each note.
 */
export async function renewAll(
  database: LibraryDatabase,
  recompile: Recompile,
  atOnce: number,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const keys = await outdatedNotes(database);
  let done = 0;
  const queue = [...keys];
  const work = async () => {
    for (let key = queue.shift(); key; key = queue.shift()) {
      const record = await database.get('notes', key);
      if (record?.file instanceof ArrayBuffer) await renew(database, record, recompile);
      done += 1;
      onProgress(done, keys.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (keys.length > 0) announceChange([]);
}
