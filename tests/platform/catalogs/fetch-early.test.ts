import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VideoId } from '../../../core/video/video-id.ts';
import type { CatalogNotesPort, CatalogsPort } from '../../../platform/ports.ts';
import { CORS, type Host, startHost, type Trouble } from '../../catalog-host/host.ts';
import { publishByHand } from '../../catalog-host/publish.ts';
import { withCatalogJson } from '../../catalog-host/publish-notes.ts';
import { madeUpIds } from '../../core/catalog/made-up-ids.ts';

const NOTES = madeUpIds(40).map(
  (id) => `---\nsource: https://youtu.be/${id}\ntitle: Talk ${id}\nlang: en\n---\n\n## Beginning\n\nWords of ${id}.\n`,
);
const [video, another] = madeUpIds(40) as unknown as [VideoId, VideoId];
const outside = 'noNoteHere1' as VideoId;
const published = publishByHand(NOTES);
/** Too large to be kept whole at once, as it says. */
const talks = withCatalogJson(published, (catalog) => ({ ...catalog, bytes: 1_000_000 }));

let host: Host;
let catalogs: CatalogsPort;
let notes: CatalogNotesPort;
let opensSoon: (videoId: VideoId) => Promise<void>;
let cached: Map<string, Response>;

beforeEach(async () => {
  cached = new Map();
  vi.stubGlobal('caches', {
    delete: async () => cached.clear(),
    open: async () => ({
      keys: async () => [...cached.keys()].map((url) => ({ url })),
      match: async (address: string) => cached.get(address)?.clone(),
      put: async (address: string, response: Response) =>
        void cached.set(address, new Response(await response.arrayBuffer(), response)),
      delete: async (address: string) => cached.delete(address),
    }),
    match: async (address: string) => cached.get(address)?.clone(),
  });
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('browser', {
    extension: { inIncognitoContext: false },
    windows: { getCurrent: async () => ({ incognito: false }) },
    runtime: { id: 'x' },
  });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  host = await startHost(talks.files);
  vi.resetModules();
  const { createCatalogs } = await import('../../../platform/catalogs/catalogs.ts');
  const { createCatalogNotes } = await import('../../../platform/catalogs/catalog-notes.ts');
  const { createInCatalogs } = await import('../../../platform/catalogs/in-catalogs.ts');
  const { createEarlyFetch } = await import('../../../platform/catalogs/fetch-early.ts');
  notes = createCatalogNotes();
  opensSoon = createEarlyFetch(createInCatalogs());
  catalogs = createCatalogs(() => {});
  await subscribe(host.address);
  host.asked();
});
async function subscribe(address: string): Promise<void> {
  const preview = await catalogs.preview(address);
  if (preview.ok) await catalogs.subscribe(preview.facts);
}
afterEach(async () => {
  vi.unstubAllGlobals();
  await host.close();
});

const asked = () => host.asked().map(({ file }) => file);
async function open() {
  const { notes: missing } = await notes.missing(video);
  const faults = missing.length > 0 ? await notes.fetch(video) : [];
  return {
    faults: faults.map(({ fault }) => fault.kind),
    titles: (await notes.find(video))?.editions.map(({ title }) => title),
  };
}
const shown = { faults: [], titles: [`Talk ${video}`] };

test('a shard that is on its way when the panel opens is not asked for again', async () => {
  let arrived = () => {};
  const requested = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  host.trouble((_, response, contents) => {
    arrived();
    setTimeout(() => response.writeHead(200, CORS).end(contents), 50);
    return true;
  });
  const opening = opensSoon(video);
  await requested;
  expect(await open()).toEqual(shown);
  await opening;
  expect(asked()).toEqual([talks.shardOf(video)]);
  await opensSoon(video);
  expect(asked()).toEqual([]);
});

test('of two catalogs with a note for the video each is asked once', async () => {
  const second = withCatalogJson(
    publishByHand(NOTES.map((note) => note.replace('Words', 'Other words'))),
    (catalog) => ({
      ...catalog,
      id: 'ffffffffffffffff',
      bytes: 1_000_000,
    }),
  );
  const elsewhere = await startHost(second.files);
  await subscribe(elsewhere.address);
  elsewhere.asked();
  await opensSoon(video);
  const { faults, titles } = await open();
  expect([faults, titles?.length]).toEqual([[], 2]);
  expect([asked(), elsewhere.asked().map(({ file }) => file)]).toEqual([
    [talks.shardOf(video)],
    [second.shardOf(video)],
  ]);
  await elsewhere.close();
});

test('a panel that opens in another window leaves the copy for the first one', async () => {
  await opensSoon(video);
  await opensSoon(another);
  expect(asked()).toEqual([talks.shardOf(video), talks.shardOf(another)]);
  expect(await open()).toEqual(shown);
  expect(asked()).toEqual([]);
});

test('a copy that no panel has taken goes when the next one opens', async () => {
  await opensSoon(video);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await opensSoon(another);
  vi.useRealTimers();
  expect([...cached.keys()]).toEqual([host.address + talks.shardOf(another)]);
});

test('a video that is in no catalog is asked for nowhere', async () => {
  await opensSoon(outside);
  expect(asked()).toEqual([]);
});

const answer =
  (status: number, bytes: (contents: Uint8Array) => Uint8Array | string): Trouble =>
  (_, response, contents) => {
    response.writeHead(status, CORS).end(bytes(contents ?? new Uint8Array()));
    return true;
  };
const gigabyte: Trouble = (_, response) => {
  response.writeHead(200, CORS);
  const part = Buffer.alloc(1 << 20);
  const more = (): void => {
    while (!response.destroyed && response.write(part));
    response.once('drain', more);
  };
  more();
  return true;
};
for (const [name, trouble] of [
  ['cut off', answer(200, (contents) => contents.slice(0, contents.length / 2))],
  ['a web page', answer(200, () => '<h1>Not here</h1>')],
  ['refused', answer(503, () => '')],
  ['without end', gigabyte],
] as const) {
  test(`what came early and is ${name} is not shown: the panel asks again`, async () => {
    host.trouble(trouble);
    await opensSoon(video);
    host.trouble(null);
    expect(await open()).toEqual(shown);
  });
}
