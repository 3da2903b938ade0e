import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { type CatalogNames, decodeNames, withNameNews } from '../../core/catalog/names.ts';
import { buildNameIndex } from '../../core/glossary/name-index.ts';
import { fromUtf8 } from '../../core/text/utf8.ts';
import { faultOf } from '../catalogs/catalog-failure.ts';
import { changeRecord, subscribed } from '../catalogs/catalog-records.ts';
import { announceCatalogs, announceUnstored } from '../catalogs/changes.ts';
import { fetchNamed } from '../catalogs/fetch-catalog.ts';
import { LARGEST, limitOf } from '../catalogs/largest.ts';
import { foldersOf } from '../catalogs/look.ts';
import { readMembership } from '../catalogs/membership-record.ts';
import { areNamesDue, wantedNameFiles } from '../catalogs/names-due.ts';
import type { CatalogNamesRecord, CatalogRecord, CatalogsDatabase, NamesPack } from '../catalogs/schema.ts';
import { unpackCatalogNames } from './catalog-names.ts';
import { isOutdated } from './stored-names.ts';

/**
 * Brings the names of every catalog to what the viewer wants: fetches those that are missing (of news only the files
 * that came since), indexes them, and deletes what is no longer wanted. What is here stays until all of the new is.
 */
export async function renewCatalogNames(database: CatalogsDatabase): Promise<void> {
  for (const record of await subscribed(database)) {
    try {
      await renewOne(database, record);
    } catch (error) {
      const { id } = record;
      const fault = faultOf(error);
      await changeRecord(database, id, { namesFault: fault }).catch(() => announceUnstored({ id, fault }));
      announceCatalogs('progress');
    }
  }
}

async function renewOne(database: CatalogsDatabase, record: CatalogRecord): Promise<void> {
  const { id } = record;
  const pack = await database.get('packs', id);
  if (!areNamesDue(record, pack) && !isOutdated(pack?.index)) return;
  const files = wantedNameFiles(record);
  if (files.length > 0) await putNames(database, record, files, await namesOf(database, record, files, pack));
  else await putNames(database, record, files, []);
  announceCatalogs('list');
}

/** All current names: the stored ones with the news, or everything from the host. */
async function namesOf(
  database: CatalogsDatabase,
  record: CatalogRecord,
  files: readonly string[],
  pack: NamesPack | undefined,
): Promise<readonly CatalogNames[]> {
  const known = pack?.files.every((file, at) => files[at] === file) ? pack.files.length : 0;
  const folders = foldersOf(record.address, record.catalog);
  const refs = nameFilesOf(record.catalog);
  const fetchNames = (file: string) => {
    const said = refs.find((ref) => ref.file === file) ?? { bytes: 0 };
    return fetchNamed(folders, file, limitOf(said, LARGEST.list), (contents) => {
      const text = fromUtf8(contents);
      return text === null ? null : decodeNames(text);
    });
  };
  const [base, ...news] = [
    ...(known > 0 ? [await namesHere(database, record.id)] : []),
    ...(await Promise.all(files.slice(known).map(fetchNames))),
  ];
  return withNameNews(base ?? [], news);
}

async function namesHere(database: CatalogsDatabase, id: string): Promise<readonly CatalogNames[]> {
  const byVideo = new Map<CatalogNames['videoId'], CatalogNames['notes'][number][]>();
  for (const { videoId, ...note } of await database.getAll('names', namesOfCatalog(id))) {
    byVideo.set(videoId, [...(byVideo.get(videoId) ?? []), note]);
  }
  return [...byVideo].map(([videoId, notes]) => ({ videoId, notes }));
}

async function putNames(
  database: CatalogsDatabase,
  { id }: CatalogRecord,
  files: readonly string[],
  names: readonly CatalogNames[],
): Promise<void> {
  const membership = await database.get('membership', id);
  const has = membership && readMembership(membership, (part) => database.get('filters', [id, part]));
  const inside = await Promise.all(names.map(({ videoId }) => has?.(videoId) ?? false));
  // Names of videos that are not in the catalog are ignored.
  const records = names
    .filter((_, at) => inside[at])
    .flatMap(({ videoId, notes }) => notes.map((note): CatalogNamesRecord => ({ videoId, ...note })));
  const index = buildNameIndex(records.map((record) => unpackCatalogNames(id, record)));
  const transaction = database.transaction(['catalogs', 'names', 'packs'], 'readwrite');
  const [catalogs, store, packs] = [
    transaction.objectStore('catalogs'),
    transaction.objectStore('names'),
    transaction.objectStore('packs'),
  ];
  try {
    const present = await catalogs.get(id);
    await Promise.all([store.delete(namesOfCatalog(id)), packs.delete(id)]);
    // The viewer may have unsubscribed in the meantime.
    if (present && files.length > 0) {
      await Promise.all([
        catalogs.put({ ...present, namesFault: null }),
        packs.put({ files, index }, id),
        ...records.map((record, source) => store.put(record, [id, source])),
      ]);
    }
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    throw error;
  }
}

const namesOfCatalog = (id: string) => IDBKeyRange.bound([id], [id, []]);
