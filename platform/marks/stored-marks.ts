import type { Mark } from '../../core/marks/mark.ts';
import { answerTo } from '../store/existing-database.ts';
import { BY_MARK, BY_VIDEO, JOURNAL, MARKS, marksConnection } from './database.ts';
import type { MarkPlace, MarkTable } from './mark-table.ts';

/** An entry of the journal: a mark as it was, and the day of use on which it was first swept past. */
export interface JournalEntry {
  readonly mark: Mark;
  readonly on?: number;
}

/** Marks read at a time, so that the page that shows them is not blocked. */
const PART = 1000;

/** Marks in the browser's database. */
export function storedMarks(connect: () => Promise<IDBDatabase> = marksConnection()): MarkPlace {
  return {
    async byVideo(video) {
      const store = (await connect()).transaction(MARKS).objectStore(MARKS);
      return answerTo<Mark[]>(store.index(BY_VIDEO).getAll(video));
    },
    async all() {
      const store = (await connect()).transaction(MARKS).objectStore(MARKS);
      const marks: Mark[] = [];
      for (let after: IDBKeyRange | null = null; ; ) {
        const part: Mark[] = await answerTo<Mark[]>(store.getAll(after, PART));
        marks.push(...part);
        const last = part.at(-1);
        if (!last || part.length < PART) return marks;
        after = IDBKeyRange.lowerBound(last.id, true);
      }
    },
    async change(work) {
      const transaction = (await connect()).transaction([MARKS, JOURNAL], 'readwrite', { durability: 'strict' });
      const done = completed(transaction);
      // It may fail before anybody waits for it.
      done.catch(() => undefined);
      try {
        const result = await work(tableOf(transaction));
        await done;
        return result;
      } catch (error) {
        abort(transaction);
        throw error;
      }
    },
    async clear() {
      const transaction = (await connect()).transaction([MARKS, JOURNAL], 'readwrite');
      for (const name of [MARKS, JOURNAL]) transaction.objectStore(name).clear();
      await completed(transaction);
    },
  };
}

function tableOf(transaction: IDBTransaction): MarkTable {
  const marks = transaction.objectStore(MARKS);
  const journal = transaction.objectStore(JOURNAL);
  return {
    get: async (id) => (await answerTo<Mark | undefined>(marks.get(id))) ?? null,
    put: async (mark) => void (await answerTo(marks.put(mark))),
    drop: async (id) => void (await answerTo(marks.delete(id))),
    remember: async (mark) => void (await answerTo(journal.add({ mark } satisfies JournalEntry))),
    async recall(id) {
      const cursor = await answerTo(journal.index(BY_MARK).openCursor(id, 'prev'));
      if (!cursor) return null;
      const { mark }: JournalEntry = cursor.value;
      await answerTo(cursor.delete());
      return mark;
    },
  };
}

/** Resolves when everything is on the disk. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Aborting a transaction that the browser has aborted already is not an error. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Over already.
  }
}
