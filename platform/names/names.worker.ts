import { openLibrary } from '../store/open-library.ts';
import { repackNames } from './repack-names.ts';

/** One at a time over all windows; later callers find it done. */
const INDEXING = 'sleevenotes-names';

/** The worker's only job: indexes the names of own notes again, away from the page that found it necessary. */
await navigator.locks.request(INDEXING, async () => {
  const database = await openLibrary();
  await repackNames(database);
  database.close();
});
close();
