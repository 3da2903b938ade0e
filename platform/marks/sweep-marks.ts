import type { Mark } from '../../core/marks/mark.ts';
import { countDay } from '../storage/days-of-use.ts';
import { isPrivate } from '../storage/private-window.ts';
import { answerTo } from '../store/existing-database.ts';
import { BY_MARK, JOURNAL, MARKS, marksConnection } from './database.ts';
import { completed, type JournalEntry } from './stored-marks.ts';

/** Sweeps the marks of this browser; nothing in a private window, whose marks go with it. */
export async function sweepOldMarks(): Promise<void> {
  if (await isPrivate()) return;
  await sweepMarks(await marksConnection()(), await countDay());
}

/** Days of use for which a deleted mark can be restored, and a change undone: as for notes (platform/store/undo-changes.ts). */
const KEEP = 30;

/**
 * Forgets for good what was deleted or changed long ago.
 * @param today How many days the extension has been used: a clock that was a month ahead for an hour must not cost a mark.
 */
export async function sweepMarks(database: IDBDatabase, today: number): Promise<void> {
  const transaction = database.transaction([MARKS, JOURNAL], 'readwrite');
  const done = completed(transaction);
  done.catch(() => undefined);
  const marks = transaction.objectStore(MARKS);
  const journal = transaction.objectStore(JOURNAL);
  const old = new Set<string>();
  const entries = journal.openCursor();
  for (let cursor = await answerTo(entries); cursor; cursor = await next(cursor)) {
    const { mark, on }: JournalEntry = cursor.value;
    if (on === undefined) await answerTo(cursor.update({ mark, on: today } satisfies JournalEntry));
    else if (today - on > KEEP) {
      await answerTo(cursor.delete());
      old.add(mark.id);
    }
  }
  for (const id of old) {
    const mark = await answerTo<Mark | undefined>(marks.get(id));
    // Its deletion is in the journal as long as it can be undone.
    const recent = await answerTo(journal.index(BY_MARK).count(id));
    if (mark && mark.deleted !== null && recent === 0) await answerTo(marks.delete(id));
  }
  await done;
}

/** The cursor at the next entry; `null` after the last. */
function next(cursor: IDBCursorWithValue): Promise<IDBCursorWithValue | null> {
  const answer = answerTo(cursor.request as IDBRequest<IDBCursorWithValue | null>);
  cursor.continue();
  return answer;
}
