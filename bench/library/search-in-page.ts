/** Runs in a page of the extension: looks up every keystroke in the stored index and measures the answers. */
import { type NameIndex, openIndex } from '../../core/glossary/name-index.ts';
import { search } from '../../core/glossary/search-index.ts';

const ROUNDS = 5;

export interface SearchTimes {
  /** Milliseconds to read the index from disk, and to open it. */
  readonly reading: number;
  readonly opening: number;
  /** Milliseconds per keystroke until the first answer, and until the last; the best of several rounds. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function searchTimes(keystrokes: readonly string[]): Promise<SearchTimes> {
  const database = await answerTo(indexedDB.open('sleevenotes-library'));
  const before = performance.now();
  const index = await answerTo<NameIndex>(database.transaction('packs').objectStore('packs').get('own'));
  const read = performance.now();
  const names = openIndex(index);
  const opened = performance.now();
  database.close();
  const context = { current: null, languages: ['zh-Hans'], limit: 50 };
  const first = keystrokes.map(() => Number.POSITIVE_INFINITY);
  const last = [...first];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, query] of keystrokes.entries()) {
      const asked = performance.now();
      const answers = search([{ names, definitions: null }], query, context);
      answers.next();
      first[at] = Math.min(first[at] ?? 0, performance.now() - asked);
      for (const _ of answers);
      last[at] = Math.min(last[at] ?? 0, performance.now() - asked);
    }
  }
  return { reading: read - before, opening: opened - read, first, last };
}
