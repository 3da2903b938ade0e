import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { encodeFilter } from '../../../core/catalog/fuse-filter.ts';
import { decodeNames, encodeNames } from '../../../core/catalog/names.ts';
import type { VideoId } from '../../../core/video/video-id.ts';
import { createCatalogs } from '../../../platform/catalogs/catalogs.ts';
import { CATALOGS_DATABASE, type MembershipRecord } from '../../../platform/catalogs/membership-record.ts';
import { CATALOG_MIGRATIONS, openCatalogs } from '../../../platform/catalogs/open-catalogs.ts';
import type { CatalogRecord } from '../../../platform/catalogs/schema.ts';
import { catalogNames } from '../../../platform/names/catalog-names.ts';
import { renewCatalogNames } from '../../../platform/names/renew-catalog-names.ts';
import { findStored } from '../../../platform/names/stored-names.ts';
import type { CatalogsPort } from '../../../platform/ports.ts';
import { existingDatabase } from '../../../platform/store/existing-database.ts';
import { CORS, type Host, startHost } from '../../catalog-host/host.ts';
import type { Published } from '../../catalog-host/publish.ts';
import { type Publisher, startPublisher, withCatalogJson } from '../../catalog-host/publish-notes.ts';
import { madeUpIds } from '../../core/catalog/made-up-ids.ts';

vi.hoisted(() => {
  const windows = { getCurrent: async () => ({ incognito: false }) };
  Object.assign(globalThis, { browser: { extension: { inIncognitoContext: false }, windows, runtime: { id: 'x' } } });
});

const IDS = madeUpIds(30, 17);
const noteOf = (at: number, term: string) =>
  `---\nsource: https://www.youtube.com/watch?v=${IDS[at]}\nlang: en\ntitle: Talk ${at}\n---\n### One\n\nHere **${term}** (${term}: a made-up thing) is explained.\n`;
const TERMS = ['grommet', 'sprocket', 'flange', 'gasket', 'spindle', 'trunnion'];
const NOTES = Array.from({ length: 24 }, (_, at) => noteOf(at, TERMS[at] ?? `gadget ${at}`));

let publisher: Publisher;
let first: Published;
let second: Published;
let host: Host;
let catalogs: CatalogsPort;

beforeAll(async () => {
  publisher = await startPublisher('Machines');
  // A large catalog is kept whole only if the viewer chooses that.
  const large = (published: Published) => withCatalogJson(published, (catalog) => ({ ...catalog, bytes: 20_000_000 }));
  first = large(await publisher.publish(NOTES));
  second = large(await publisher.publish([noteOf(0, 'washer'), ...NOTES.slice(2), noteOf(25, 'dowel')]));
}, 60_000);
afterAll(() => publisher.close());

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  host = await startHost(first.files);
  catalogs = createCatalogs(() => {});
});
afterEach(() => host.close());

async function subscribe(): Promise<string> {
  const preview = await catalogs.preview(host.address);
  if (!preview.ok) throw new Error(JSON.stringify(preview.fault));
  expect(await catalogs.subscribe(preview.facts)).toBeNull();
  host.asked();
  return preview.facts.id;
}
/** Does the worker's job. */
async function renew(): Promise<void> {
  const database = await openCatalogs();
  await renewCatalogNames(database);
  database.close();
}
let due = 0;
async function find(query: string): Promise<readonly string[]> {
  const names = catalogNames(existingDatabase(CATALOGS_DATABASE), { cached: false, renew: () => due++ });
  const context = { current: null, languages: ['en'] };
  let found: readonly string[] = [];
  for await (const results of findStored([names], query, context, new AbortController().signal)) {
    found = results.map(({ source, entry }) => `${source.title}: ${entry.term}`);
  }
  return found;
}
const asked = () => host.asked().map(({ file }) => file);
const namesOf = async () => (await catalogs.list())[0]?.names;

test('a catalog’s names are found while the viewer has that option on, for one request', async () => {
  const id = await subscribe();
  expect(await namesOf()).toMatchObject({ state: 'off', bytes: first.catalog.names?.bytes });
  expect(await find('sprocket')).toEqual([]);
  await catalogs.wantNames(id, true);
  expect(await namesOf()).toMatchObject({ state: 'fetching' });
  await renew();
  expect(asked()).toEqual([first.catalog.names?.file]);
  expect(await namesOf()).toMatchObject({ state: 'here' });
  expect(await find('sprock')).toEqual(['Talk 1: sprocket']);
  await renew();
  expect(asked()).toEqual([]);
  await catalogs.wantNames(id, false);
  expect(await find('sprocket')).toEqual([]);
  await renew();
  const database = await openCatalogs();
  expect([await database.count('names'), await database.count('packs')]).toEqual([0, 0]);
});

test('news contain only changed names', async () => {
  const id = await subscribe();
  await catalogs.wantNames(id, true);
  await renew();
  host.serve(second.files);
  await catalogs.look(id);
  asked();
  due = 0;
  // The previous names are found until the new ones have been fetched.
  expect(await find('grommet')).toEqual(['Talk 0: grommet']);
  expect(due).toBe(1);
  await renew();
  expect(asked()).toEqual([second.catalog.news[0]?.names?.file]);
  expect(await find('grommet')).toEqual([]);
  expect(await find('washer')).toEqual(['Talk 0: washer']);
  expect(await find('dowel')).toEqual(['Talk 25: dowel']);
  expect(await find('sprocket')).toEqual([]);
  expect(await find('flange')).toEqual(['Talk 2: flange']);
});

test('names that cannot be fetched are reported, the previous ones stay, and lookups do not retry each time', async () => {
  const id = await subscribe();
  await catalogs.wantNames(id, true);
  await renew();
  host.serve(second.files);
  host.trouble((file, response) => file.startsWith('names') && Boolean(response.writeHead(404, CORS).end()));
  await catalogs.look(id);
  await renew();
  expect(await catalogs.list()).toMatchObject([{ namesFault: { kind: 'status' } }]);
  due = 0;
  expect(await find('grommet')).toEqual(['Talk 0: grommet']);
  expect(due).toBe(0);
  host.trouble(null);
  await catalogs.look(id);
  await renew();
  expect(await catalogs.list()).toMatchObject([{ namesFault: null }]);
  expect(await find('washer')).toEqual(['Talk 0: washer']);
});

test('names that the disk has no room for are reported, and can be asked for again', async () => {
  const id = await subscribe();
  await catalogs.wantNames(id, true);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await renew();
  await vi.waitFor(async () =>
    expect(await catalogs.list()).toMatchObject([{ namesFault: { kind: 'storage-full' }, names: { state: 'off' } }]),
  );
  put.mockRestore();
  await catalogs.wantNames(id, true);
  expect(await catalogs.list()).toMatchObject([{ namesFault: null, names: { state: 'fetching' } }]);
  await renew();
  expect(await find('grommet')).toEqual(['Talk 0: grommet']);
});

test('names of a foreign video in a catalog are ignored', async () => {
  const foreign = 'notItsVideo' as VideoId;
  const names = decodeNames(gunzipSync(first.files.get(first.catalog.names?.file ?? '') ?? '').toString()) ?? [];
  const notes = names[1]?.notes ?? [];
  const { createHash } = await import('node:crypto');
  const text = encodeNames([...names, { videoId: foreign, notes }]);
  const file = `names-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.bin`;
  const changed = withCatalogJson(first, (catalog) => ({ ...catalog, bytes: 2e7, names: { file, bytes: 1 } }));
  host.serve(new Map([...changed.files, [file, gzipSync(text)]]));
  await catalogs.wantNames(await subscribe(), true);
  await renew();
  expect(await find('sprocket')).toEqual(['Talk 1: sprocket']);
});

test('names of a removed catalog are not found, and found again after undo', async () => {
  const id = await subscribe();
  await catalogs.wantNames(id, true);
  await renew();
  await catalogs.remove(id);
  expect(await find('sprocket')).toEqual([]);
  await catalogs.takeBack(id);
  expect(await find('sprocket')).toEqual(['Talk 1: sprocket']);
  await catalogs.remove(id);
  await catalogs.sweepRemoved();
  const database = await openCatalogs();
  expect([await database.count('names'), await database.count('packs')]).toEqual([0, 0]);
});

test('catalogs of the version without names stay, and can get names', async () => {
  const id = await subscribe();
  const now = await openCatalogs();
  const kept = [await now.get('catalogs', id), await now.get('membership', id), await now.get('shards', id)] as const;
  const parts = await now.getAll('filters');
  now.close();
  vi.stubGlobal('indexedDB', new IDBFactory());
  const old = await openDB(CATALOGS_DATABASE, 1, {
    upgrade: (database, _, __, transaction) => void CATALOG_MIGRATIONS[0]?.(database, transaction),
  });
  const { wantsNames: _, namesFault: __, ...record } = kept[0] as CatalogRecord;
  await old.put('catalogs', record);
  const { shape, ...membership } = kept[1] as MembershipRecord;
  const filter = encodeFilter({ ...shape, fingerprints: Uint16Array.from(parts.flatMap((part) => [...part])) });
  await old.put('membership', { ...membership, filter });
  await old.put('shards', kept[2], id);
  old.close();
  expect(await find('sprocket')).toEqual([]);
  catalogs = createCatalogs(() => {});
  expect(await catalogs.list()).toMatchObject([{ title: 'Machines', names: { state: 'off' }, namesFault: null }]);
  await catalogs.wantNames(id, true);
  await renew();
  expect(await find('sprocket')).toEqual(['Talk 1: sprocket']);
});

test('an invalid list of names is refused', () => {
  expect(decodeNames('')).toEqual([]);
  for (const text of [
    '{}',
    '["notAVideo",[]]',
    '["abcdefghijk",[["a.md","en"]]]',
    '["abcdefghijk",[["a.md","en",1]]]\n',
  ])
    expect(decodeNames(text)).toBeNull();
});
