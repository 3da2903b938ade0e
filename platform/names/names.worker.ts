import { openCatalogs } from '../catalogs/open-catalogs.ts';
import { openLibrary } from '../store/open-library.ts';
import { renewCatalogNames } from './renew-catalog-names.ts';
import { repackNames } from './repack-names.ts';

/** What is to be brought up to date. */
export type NamesKind = 'own' | 'catalogs';

/** Brings names up to date, away from the page that found it necessary, and says when it is done. */
addEventListener('message', async ({ data: kind }: MessageEvent<NamesKind>) => {
  // One at a time over all windows; later callers find it done.
  await navigator.locks.request(`sleevenotes-names-${kind}`, kind === 'own' ? renewOwn : renewCatalogs);
  postMessage(null);
  close();
});

async function renewOwn(): Promise<void> {
  const database = await openLibrary();
  await repackNames(database);
  database.close();
}

async function renewCatalogs(): Promise<void> {
  const database = await openCatalogs();
  await renewCatalogNames(database);
  database.close();
}
