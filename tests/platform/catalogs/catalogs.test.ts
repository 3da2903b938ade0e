import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VideoId } from '../../../core/video/video-id.ts';
import type { CatalogNotesPort, CatalogsPort } from '../../../platform/ports.ts';
import { CORS, type Host, startHost, type Trouble } from '../../catalog-host/host.ts';
import { type PublishOptions, publishByHand, withNews } from '../../catalog-host/publish.ts';
import { withCatalogJson } from '../../catalog-host/publish-notes.ts';
import { madeUpIds } from '../../core/catalog/made-up-ids.ts';

const IDS = madeUpIds(8);
const [video, other, ...rest] = IDS as [VideoId, VideoId, ...VideoId[]];
const noteOf = (id: VideoId, title: string) =>
  `---\nsource: https://www.youtube.com/watch?v=${id}\nlang: en\ntitle: ${title}\n---\n### One\n\nWords of ${title}.\n`;
const NOTES = IDS.slice(0, 6).map((id, at) => noteOf(id, `Talk ${at}`));
const OUTSIDE = rest.at(-1) as VideoId;

const first = publishByHand(NOTES);
let host: Host;
let catalogs: CatalogsPort;
let notes: CatalogNotesPort;
let knows: (videoId: VideoId) => Promise<boolean>;

/** Restarts the browser with its disk unchanged. */
async function restart(): Promise<void> {
  vi.resetModules();
  const { createCatalogs } = await import('../../../platform/catalogs/catalogs.ts');
  const { createCatalogNotes } = await import('../../../platform/catalogs/catalog-notes.ts');
  const { createInCatalogs } = await import('../../../platform/catalogs/in-catalogs.ts');
  catalogs = createCatalogs(() => {});
  notes = createCatalogNotes();
  const inCatalogs = createInCatalogs();
  knows = async (videoId) => (await inCatalogs(videoId)).length > 0;
}

const browser = {
  extension: { inIncognitoContext: false },
  windows: { getCurrent: async () => ({ incognito: false }) },
  runtime: { id: 'x' },
};

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('browser', browser);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  browser.extension.inIncognitoContext = false;
  host = await startHost(first.files);
  await restart();
});
afterEach(async () => {
  vi.useRealTimers();
  await host.close();
});

async function subscribe(): Promise<void> {
  const preview = await catalogs.preview(host.address);
  if (!preview.ok) throw new Error(JSON.stringify(preview.fault));
  expect(await catalogs.subscribe(preview.facts)).toBeNull();
}
async function open(videoId = video) {
  const { notes: missing, mayFetch } = await notes.missing(videoId);
  return missing.length > 0 && mayFetch ? notes.fetch(videoId) : [];
}
const titlesOf = async (videoId = video) => (await notes.find(videoId))?.editions.map(({ title }) => title) ?? [];
const asked = () => host.asked().map(({ file }) => file);
/** Waits for messages to other pages to arrive. */
const told = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a host that works', () => {
  test('gets only the requests that a subscription needs, and none for a note', async () => {
    await subscribe();
    const { filter, shards, titles } = first.catalog;
    expect(asked().toSorted()).toEqual(
      ['catalog.json', 'catalog.json', filter.file, shards.file, titles?.file].toSorted(),
    );
    expect(await catalogs.list()).toMatchObject([
      { title: 'Talks by hand', episodes: 6, fault: null, keepFault: null, keeping: 'off' },
    ]);
  });

  test('gets no request when a video is visited', async () => {
    await subscribe();
    asked();
    expect(await Promise.all([knows(video), knows(other), knows(OUTSIDE)])).toEqual([true, true, false]);
    expect(await titlesOf()).toEqual([]);
    expect(asked()).toEqual([]);
  });

  test('gets one request for a shard when a note is opened, and none later', async () => {
    await subscribe();
    asked();
    expect(await open()).toEqual([]);
    expect(asked()).toEqual([first.shardOf(video)]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    await restart();
    await open();
    expect(await titlesOf()).toEqual(['Talk 0']);
    await open(OUTSIDE);
    expect(asked()).toEqual([]);
  });

  test('gets one request for a long note in a file of its own', async () => {
    const published = publishByHand(NOTES, { pieces: [video] });
    host.serve(published.files);
    await subscribe();
    asked();
    await open();
    expect(asked()[0]).toBe(published.shardOf(video));
    expect(await titlesOf()).toEqual(['Talk 0']);
  });

  test('gets no custom header, no cookie and no referrer', async () => {
    await subscribe();
    await open();
    for (const { method, headers } of host.asked()) {
      expect(method).toBe('GET');
      for (const name of ['cookie', 'referer', 'authorization', 'if-none-match']) expect(headers[name]).toBeUndefined();
    }
  });

  test('gets at most one check a day from a reader', async () => {
    await subscribe();
    await open();
    asked();
    for (const hours of [1, 10, 23]) {
      vi.setSystemTime(Date.now() + hours * 10);
      await open(other);
      await catalogs.wake();
    }
    expect(asked().filter((file) => file === 'catalog.json')).toEqual([]);
    vi.setSystemTime(Date.now() + 25 * 3600_000);
    await Promise.all([catalogs.wake(), catalogs.wake(), open()]);
    await told();
    expect(asked()).toEqual(['catalog.json']);
  });

  test('after a change, gets requests for one file of news and the shard in use', async () => {
    await subscribe();
    await open();
    const second = withNews(first, [...NOTES.slice(0, 6), noteOf(OUTSIDE, 'New talk')]);
    host.serve(second.files);
    asked();
    await catalogs.look(first.catalog.id);
    await told();
    expect(asked()).toEqual(['catalog.json', second.catalog.news[0]?.file]);
    expect(await knows(OUTSIDE)).toBe(true);
    await open(OUTSIDE);
    expect(asked()).toEqual([second.shardOf(OUTSIDE)]);
    expect(await titlesOf(OUTSIDE)).toEqual(['New talk']);
  });

  test('a note that was read stays readable while its newer version cannot be fetched', async () => {
    await subscribe();
    await open();
    const second = withNews(first, [noteOf(video, 'Talk 0 in other words'), ...NOTES.slice(1, 6)]);
    host.serve(second.files);
    await catalogs.look(first.catalog.id);
    await told();
    host.trouble((_, response) => Boolean(response.destroy()));
    expect(await open()).toMatchObject([{ fault: { kind: 'unreachable' } }]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    host.trouble(null);
    expect(await open()).toEqual([]);
    expect(await titlesOf()).toEqual(['Talk 0 in other words']);
  });

  test('in a private window gets requests only with the viewer’s consent, and nothing is kept', async () => {
    await subscribe();
    asked();
    browser.extension.inIncognitoContext = true;
    expect(await notes.missing(video)).toMatchObject({
      mayFetch: false,
      notes: [{ title: 'Talks by hand', host: host.name, request: host.address + first.shardOf(video) }],
    });
    await catalogs.wake();
    expect(asked()).toEqual([]);
    expect(await notes.fetch(video)).toEqual([]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    browser.extension.inIncognitoContext = false;
    await restart();
    expect(await titlesOf()).toEqual([]);
  });
});

describe('keeping everything', () => {
  const until = async (keeping: string) =>
    vi.waitFor(async () => expect((await catalogs.list())[0]?.keeping).toBe(keeping), { timeout: 5000 });

  test('requests each file once, and none later', async () => {
    await subscribe();
    await open();
    asked();
    await catalogs.keepAll(first.catalog.id);
    await until('complete');
    const files = new Set(IDS.slice(0, 6).map(first.shardOf));
    files.delete(first.shardOf(video));
    expect(asked()).toEqual([...files]);
    for (const id of IDS.slice(0, 6)) await open(id);
    expect(asked()).toEqual([]);
  });

  test('happens at once to a small catalog', async () => {
    host.serve(publishByHand(NOTES, { bytes: 5000 }).files);
    await subscribe();
    await until('complete');
    host.trouble((_, response) => Boolean(response.destroy()));
    expect(await titlesOf()).toEqual(['Talk 0']);
  });

  test('is resumed after a fault and a restart', async () => {
    await subscribe();
    const shard = first.shardOf(video);
    host.trouble((file, response) => file === shard && Boolean(response.destroy()));
    await catalogs.keepAll(first.catalog.id);
    await until('stopped');
    host.trouble(null);
    await restart();
    await catalogs.wake();
    await until('complete');
  });
});

test('a removed catalog disappears, can be restored, and finally is deleted with everything kept of it', async () => {
  await subscribe();
  await open();
  await catalogs.remove(first.catalog.id);
  await told();
  expect([await knows(video), await titlesOf(), await catalogs.list()]).toEqual([false, [], []]);
  await catalogs.takeBack(first.catalog.id);
  await told();
  expect([await knows(video), await titlesOf()]).toEqual([true, ['Talk 0']]);
  await catalogs.remove(first.catalog.id);
  await catalogs.sweepRemoved();
  const { openCatalogs } = await import('../../../platform/catalogs/open-catalogs.ts');
  const database = await openCatalogs();
  const stores = ['catalogs', 'membership', 'shards', 'titles', 'kept', 'contents'] as const;
  expect(await Promise.all(stores.map((store) => database.count(store)))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('at the limit, the least recently read notes are dropped first', async () => {
  await subscribe();
  for (const id of IDS.slice(0, 6)) await open(id);
  const kept = (await catalogs.list())[0]?.keptBytes ?? 0;
  await notes.used(video);
  await catalogs.setLimit(kept - 1);
  expect(await titlesOf()).toEqual(['Talk 0']);
  expect((await catalogs.list())[0]).toMatchObject({ keptShards: 1 });
});

test('catalogs are used in the viewer’s order', async () => {
  await subscribe();
  await open();
  const second = await startHost(
    publishByHand([noteOf(video, 'Other view')], { id: 'bb00000000000000', title: 'B' }).files,
  );
  const preview = await catalogs.preview(second.address);
  if (preview.ok) await catalogs.subscribe(preview.facts);
  await told();
  await open();
  expect(await titlesOf()).toEqual(['Talk 0', 'Other view']);
  await catalogs.move('bb00000000000000', -1);
  await told();
  expect(await titlesOf()).toEqual(['Other view', 'Talk 0']);
  // Each of two quick clicks counts.
  const orderAfter = async (...moves: (1 | -1)[]) => {
    await Promise.all(moves.map((by) => catalogs.move('bb00000000000000', by)));
    return (await catalogs.list()).findIndex(({ title }) => title === 'B');
  };
  expect([await orderAfter(1, -1), await orderAfter(-1, 1)]).toEqual([0, 1]);
  await second.close();
});

describe('trouble with a host', () => {
  const html: Trouble = (_, response) =>
    Boolean(
      response.writeHead(200, { ...CORS, 'content-type': 'text/html' }).end('<!doctype html><title>Oops</title>'),
    );
  const gone: Trouble = (_, response) => Boolean(response.writeHead(404, CORS).end('no'));
  const down: Trouble = (_, response) => Boolean(response.destroy());
  const cut: Trouble = (_, response, contents) => {
    response.writeHead(200, { ...CORS, 'content-length': contents?.length ?? 0 });
    response.write(contents?.subarray(0, 20), () => response.destroy());
    return true;
  };
  const short: Trouble = (_, response, contents) =>
    Boolean(response.writeHead(200, CORS).end(contents?.subarray(0, 20)));
  const endless: Trouble = (_, response) => {
    response.writeHead(200, CORS);
    const part = Buffer.alloc(1 << 20, 'x');
    const more = () => (response.write(part) ? setImmediate(more) : response.once('drain', more));
    more();
    return true;
  };

  test.each([
    ['down', down, 'unreachable'],
    ['404', gone, 'status'],
    ['a web page with 200', html, 'web-page'],
    ['endless', endless, 'not-a-catalog'],
  ] as const)('%s is said at the preview', async (_, trouble, kind) => {
    host.trouble(trouble);
    expect(await catalogs.preview(host.address)).toMatchObject({ ok: false, fault: { kind, host: host.name } });
  });

  test.each([
    ['down', down, 'unreachable'],
    ['gone', gone, 'status'],
    ['a web page with 200', html, 'web-page'],
    ['broken off', cut, 'damaged'],
    ['too short', short, 'damaged'],
    ['endless', endless, 'too-large'],
  ] as const)('a shard that is %s is said, and all that is here stays', async (_, trouble, kind) => {
    await subscribe();
    await open(video);
    const far = IDS.find((id) => first.shardOf(id) !== first.shardOf(video)) as VideoId;
    host.trouble((file, response, contents) => file.startsWith('shards/') && trouble(file, response, contents));
    expect(await open(far)).toMatchObject([{ title: 'Talks by hand', fault: { kind, host: host.name } }]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    host.trouble(null);
    expect(await open(far)).toEqual([]);
  });

  test.each([
    ['twice', (contents: Uint8Array) => gzipSync(gzipSync(contents))],
    ['once more', (contents: Uint8Array) => gzipSync(contents)],
    ['not at all', (contents: Uint8Array) => (contents[0] === 0x1f ? gunzipSync(contents) : contents)],
  ])('files that the host compressed %s are read all the same', async (_, squeeze) => {
    host.serve(new Map([...first.files].map(([name, contents]) => [name, squeeze(contents)])));
    await subscribe();
    await open();
    expect(await titlesOf()).toEqual(['Talk 0']);
  });

  test.each([
    ['a newer format', { change: (catalog) => ({ ...catalog, version: 2, filter: 'elsewhere' }) }, 'newer'],
    ['another catalog', { id: 'ffffffffffffffff' }, 'another-catalog'],
  ] as const satisfies readonly (readonly [string, PublishOptions, string])[])(
    '%s at the address is said, and all that is here stays',
    async (_, options, kind) => {
      await subscribe();
      await open();
      host.serve(publishByHand(NOTES, options).files);
      await catalogs.look(first.catalog.id);
      expect(await catalogs.list()).toMatchObject([{ title: 'Talks by hand', fault: { kind } }]);
      expect([await knows(video), await titlesOf()]).toEqual([true, ['Talk 0']]);
    },
  );

  test('a shard with a note for a video of another shard is refused as a whole', async () => {
    const far = IDS.find((id) => first.shardOf(id) !== first.shardOf(video)) as VideoId;
    host.serve(publishByHand(NOTES, { foreign: { into: video, note: noteOf(far, 'Not mine') } }).files);
    await subscribe();
    expect(await open()).toMatchObject([{ fault: { kind: 'foreign' } }]);
    expect(await titlesOf()).toEqual([]);
  });

  test.each([
    ['a first byte that comes after twenty seconds is waited for', 20_000, null],
    ['half a minute without a byte is said', 31_000, 'timeout'],
  ] as const)('%s', async (_, wait, kind) => {
    await subscribe();
    let answer = () => {};
    const arrived = new Promise<void>((resolve) => {
      host.trouble((file, response, contents) => {
        if (!file.startsWith('shards/')) return false;
        answer = () => response.writeHead(200, CORS).end(contents);
        resolve();
        return true;
      });
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = notes.fetch(video);
    await arrived;
    vi.advanceTimersByTime(wait);
    vi.useRealTimers();
    answer();
    expect(await opening).toMatchObject(kind ? [{ fault: { kind, host: host.name } }] : []);
    expect(await titlesOf()).toEqual(kind ? [] : ['Talk 0']);
  });

  test('a redirect to another host is refused, with that host named', async () => {
    const elsewhere = await startHost(first.files);
    host.trouble((file, response) =>
      Boolean(response.writeHead(302, { ...CORS, location: elsewhere.address + file }).end()),
    );
    expect(await catalogs.preview(host.address)).toMatchObject({ fault: { kind: 'moved', detail: elsewhere.name } });
    await elsewhere.close();
  });

  test('a mirror takes over when the host is down', async () => {
    const mirror = await startHost(first.files);
    const published = publishByHand(NOTES, { change: (catalog) => ({ ...catalog, mirrors: [mirror.address] }) });
    host.serve(published.files);
    await subscribe();
    host.trouble(down);
    expect(await open()).toEqual([]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    await mirror.close();
  });

  test('a new address is reported, and used if it has the same catalog', async () => {
    const next = await startHost(first.files);
    host.serve(publishByHand(NOTES, { change: (catalog) => ({ ...catalog, movedTo: next.address }) }).files);
    await subscribe();
    expect(await catalogs.list()).toMatchObject([{ movedTo: next.address }]);
    expect(await catalogs.setAddress(first.catalog.id, next.address)).toBeNull();
    expect(await catalogs.list()).toMatchObject([{ address: next.address, movedTo: null }]);
    await next.close();
  });

  test('a note for which the disk is too full is shown all the same, and its host not asked again', async () => {
    const large = withCatalogJson(first, (catalog) => ({ ...catalog, bytes: 1_000_000 }));
    host.serve(large.files);
    await subscribe();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    asked();
    expect(await open()).toEqual([]);
    expect(await titlesOf()).toEqual(['Talk 0']);
    await told();
    expect(await open()).toEqual([]);
    expect(asked()).toEqual([large.shardOf(video)]);
    vi.restoreAllMocks();
  });

  test('a disk too full to record the fault is still reported', async () => {
    await subscribe();
    await open();
    await told();
    const put = IDBObjectStore.prototype.put;
    let isFull = false;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      isFull ||= this.name === 'contents';
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await catalogs.keepAll(first.catalog.id);
    await vi.waitFor(async () =>
      expect((await catalogs.list())[0]).toMatchObject({ keeping: 'stopped', keepFault: { kind: 'storage-full' } }),
    );
    vi.restoreAllMocks();
  });

  test('a full disk while keeping everything is reported, and everything kept so far stays', async () => {
    await subscribe();
    await open();
    await told();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'contents') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await catalogs.keepAll(first.catalog.id);
    await vi.waitFor(async () =>
      expect((await catalogs.list())[0]).toMatchObject({ keeping: 'stopped', keepFault: { kind: 'storage-full' } }),
    );
    expect(await titlesOf()).toEqual(['Talk 0']);
    vi.restoreAllMocks();
  });
});
