import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VideoId } from '../../../core/video/video-id.ts';
import type { CatalogNotesPort, CatalogsPort } from '../../../platform/ports.ts';
import { CORS, type Host, startHost, type Trouble } from '../../catalog-host/host.ts';
import { type Published, publishByHand, withNews } from '../../catalog-host/publish.ts';
import { madeUpIds } from '../../core/catalog/made-up-ids.ts';

const IDS = madeUpIds(6);
const [video] = IDS as [VideoId, ...VideoId[]];
const noteOf = (id: VideoId, title: string) =>
  `---\nsource: https://www.youtube.com/watch?v=${id}\nlang: en\ntitle: ${title}\n---\n### One\n\nWords of ${title}.\n`;
const NOTES = IDS.map((id, at) => noteOf(id, `Talk ${at}`));
const OTHER_WORDS = [noteOf(video, 'Talk 0 in other words'), ...NOTES.slice(1)];
const first = publishByHand(NOTES);
const { id } = first.catalog;
const down: Trouble = (_, response) => Boolean(response.destroy());

let host: Host;
let catalogs: CatalogsPort;
let notes: CatalogNotesPort;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('browser', {
    extension: { inIncognitoContext: false },
    windows: { getCurrent: async () => ({ incognito: false }) },
    runtime: { id: 'x' },
  });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.resetModules();
  host = await startHost(first.files);
  const { createCatalogs } = await import('../../../platform/catalogs/catalogs.ts');
  const { createCatalogNotes } = await import('../../../platform/catalogs/catalog-notes.ts');
  catalogs = createCatalogs(() => {});
  notes = createCatalogNotes();
});
afterEach(async () => {
  vi.useRealTimers();
  await host.close();
});

async function subscribe(address = host.address): Promise<void> {
  const preview = await catalogs.preview(address);
  if (!preview.ok) throw new Error(JSON.stringify(preview.fault));
  expect(await catalogs.subscribe(preview.facts)).toBeNull();
}
const asked = () => host.asked().map(({ file }) => file);
const titlesOf = async (videoId = video) => (await notes.find(videoId))?.editions.map(({ title }) => title) ?? [];
const until = (state: object) =>
  vi.waitFor(async () => expect((await catalogs.list())[0]).toMatchObject(state), { timeout: 5000 });
const serve = (published: Published) => host.serve(published.files);
const nextDay = () => vi.setSystemTime(Date.now() + 25 * 3600_000);

describe('an address as it is pasted', () => {
  test.each([
    ['v/bakers00001.html', ['catalog.json']],
    ['index-2', ['index-2/catalog.json', 'catalog.json']],
    ['index.html?page=2#top', ['catalog.json']],
  ])('of the page %s leads to the catalog', async (page, requests) => {
    expect(await catalogs.preview(host.address + page)).toMatchObject({ ok: true, facts: { address: host.address } });
    expect(asked()).toEqual(requests);
  });

  test('with nothing there names what was meant', async () => {
    expect(await catalogs.preview(`${host.address}nowhere/at/all`)).toMatchObject({
      ok: false,
      fault: { kind: 'status', detail: '404' },
    });
  });

  test('of a host that is down is asked for once', async () => {
    host.trouble(down);
    expect(await catalogs.preview(`${host.address}index-2`)).toMatchObject({ fault: { kind: 'unreachable' } });
    expect(new Set(asked())).toEqual(new Set(['index-2/catalog.json']));
  });
});

describe('keeping everything', () => {
  test('goes on beside what stopped the last look, and neither is taken for the other', async () => {
    await subscribe();
    host.trouble((file, response) => file === 'catalog.json' && Boolean(response.destroy()));
    await catalogs.look(id);
    await catalogs.keepAll(id);
    await until({ keeping: 'complete', fault: { kind: 'unreachable' }, keepFault: null });
  });

  test('does not end at the first thing that goes wrong for a moment', async () => {
    await subscribe();
    let failed = false;
    host.trouble((file, response) => {
      if (failed || !file.startsWith('shards/')) return false;
      failed = true;
      return Boolean(response.writeHead(503, CORS).end());
    });
    await catalogs.keepAll(id);
    await until({ keeping: 'complete', keepFault: null });
    expect(failed).toBe(true);
  });

  test('takes what its publisher put in place of a file since the last look', async () => {
    await subscribe();
    const second = withNews(first, OTHER_WORDS);
    second.files.delete(first.shardOf(video));
    serve(second);
    vi.setSystemTime(Date.now() + 3600_000);
    await catalogs.keepAll(id);
    await until({ keeping: 'complete' });
    expect(await titlesOf()).toEqual(['Talk 0 in other words']);
  });

  test('fetches news when they come, before anybody reads them', async () => {
    await subscribe();
    await catalogs.keepAll(id);
    await until({ keeping: 'complete' });
    const second = withNews(first, OTHER_WORDS);
    serve(second);
    asked();
    nextDay();
    // A panel opens on a video of another site's.
    await notes.missing('otherVideo1' as VideoId);
    await vi.waitFor(async () => expect(await titlesOf()).toEqual(['Talk 0 in other words']), { timeout: 5000 });
    const changed = new Set(IDS.map(second.shardOf).filter((file) => !first.files.has(file)));
    expect(new Set(asked())).toEqual(new Set(['catalog.json', second.catalog.news[0]?.file, ...changed]));
  });

  test('goes on after the catalog was removed in the middle and taken back', async () => {
    await subscribe();
    await catalogs.remove(id);
    await catalogs.keepAll(id);
    expect(asked().filter((file) => file.startsWith('shards/'))).toEqual([]);
    await catalogs.takeBack(id);
    await until({ keeping: 'complete' });
  });

  test('stops at a catalog that is far larger than it says', async () => {
    const long = IDS.map((each, at) => noteOf(each, `Talk ${at}`) + randomText(at));
    serve(publishByHand(long, { bytes: 100 }));
    await subscribe();
    await until({ keeping: 'stopped', keepFault: { kind: 'larger-than-said', host: host.name } });
  });

  test('keeps no look waiting', async () => {
    await subscribe();
    await catalogs.keepAll(id);
    await until({ keeping: 'complete' });
    serve(withNews(first, OTHER_WORDS));
    const answers: (() => void)[] = [];
    host.trouble((file, response, contents) => {
      if (!file.startsWith('shards/')) return false;
      answers.push(() => response.writeHead(200, CORS).end(contents));
      return true;
    });
    await catalogs.look(id);
    await until({ keeping: 'running', fault: null });
    host.trouble(null);
    for (const answer of answers) answer();
    await until({ keeping: 'complete' });
  });
});

/** Paragraphs that do not compress well. */
function randomText(seed: number): string {
  let state = seed + 1;
  const next = () => {
    state = (state * 48271) % 0x7fffffff;
    return state.toString(36);
  };
  return Array.from({ length: 60_000 }, (_, at) => (at % 500 === 0 ? `\n\n${next()}` : next())).join(' ');
}

describe('news', () => {
  test('of an old copy change nothing, and what is newer is found again', async () => {
    await subscribe();
    const second = withNews(first, OTHER_WORDS);
    serve(second);
    await catalogs.look(id);
    serve(first);
    asked();
    await catalogs.look(id);
    expect(asked()).toEqual(['catalog.json']);
    await until({ fault: null });
    serve(second);
    expect(await notes.fetch(video)).toEqual([]);
    expect(await titlesOf()).toEqual(['Talk 0 in other words']);
  });

  test('of one host do not wait for another that does not answer', async () => {
    await subscribe();
    const slow = await startHost(publishByHand(NOTES, { id: 'bb00000000000000', title: 'B' }).files);
    await subscribe(slow.address);
    await catalogs.move('bb00000000000000', -1);
    slow.trouble(() => true);
    serve(withNews(first, OTHER_WORDS));
    nextDay();
    asked();
    void catalogs.wake();
    await vi.waitFor(() => expect(asked()).toContain('catalog.json'));
    await slow.close();
  });

  test('of a publisher who copied everything to the new address say nothing of a move there', async () => {
    serve(publishByHand(NOTES, { change: (catalog) => ({ ...catalog, movedTo: `${host.address}catalog.json` }) }));
    await subscribe();
    await until({ movedTo: null });
  });
});

test('a catalog whose host is gone can be had from where it is now, and what is kept stays', async () => {
  await subscribe();
  await notes.fetch(video);
  const next = await startHost(first.files);
  expect(await catalogs.preview(next.address)).toMatchObject({ presentAt: host.address });
  host.trouble(down);
  expect(await catalogs.setAddress(id, next.address)).toBeNull();
  next.asked();
  expect(await titlesOf()).toEqual(['Talk 0']);
  expect(next.asked()).toEqual([]);
  await until({ address: next.address, fault: null });
  await next.close();
});

test('what is subscribed to is what was shown', async () => {
  const preview = await catalogs.preview(host.address);
  if (!preview.ok) throw new Error('no preview');
  serve(publishByHand(NOTES, { id: 'ff00000000000000' }));
  expect(await catalogs.subscribe(preview.facts)).toMatchObject({ kind: 'another-catalog' });
  expect(await catalogs.list()).toEqual([]);
});

test('a long note that is read often is not the first to go', async () => {
  serve(publishByHand(NOTES, { pieces: [video] }));
  await subscribe();
  for (const each of IDS) await notes.fetch(each);
  await notes.used(video);
  const [{ keptBytes = 0 } = {}] = await catalogs.list();
  await catalogs.setLimit(keptBytes - 1);
  expect(await titlesOf()).toEqual(['Talk 0']);
});

test('a list that unpacks to far more than the catalog says is not read', async () => {
  const bomb = gzipSync('\n'.repeat(100_000_000));
  const file = [...first.files.keys()].find((name) => name.startsWith('titles')) ?? '';
  host.serve(new Map([...first.files, [file, bomb]]));
  const preview = await catalogs.preview(host.address);
  if (!preview.ok) throw new Error('no preview');
  expect(await catalogs.subscribe(preview.facts)).toMatchObject({ kind: 'too-large', detail: file });
});

test('twenty catalogs with one video show its notes in the viewer’s order', async () => {
  const hosts = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      startHost(
        publishByHand([noteOf(video, `View ${at}`)], { id: String(at).padStart(16, '0'), title: `C${at}` }).files,
      ),
    ),
  );
  for (const { address } of hosts) await subscribe(address);
  expect(await notes.fetch(video)).toEqual([]);
  expect(await titlesOf()).toEqual(hosts.map((_, at) => `View ${at}`));
  for (let place = 19; place > 0; place--) await catalogs.move(String(19).padStart(16, '0'), -1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await titlesOf())[0]).toBe('View 19');
  await Promise.all(hosts.map((each) => each.close()));
});

test('a catalog removed while its note is fetched leaves nothing behind, and undone it is whole', async () => {
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
  const fetching = notes.fetch(video);
  await arrived;
  await catalogs.remove(id);
  await catalogs.takeBack(id);
  await catalogs.remove(id);
  await catalogs.sweepRemoved();
  answer();
  await fetching;
  const { openCatalogs } = await import('../../../platform/catalogs/open-catalogs.ts');
  const database = await openCatalogs();
  const stores = ['catalogs', 'membership', 'shards', 'kept', 'contents'] as const;
  expect(await Promise.all(stores.map((store) => database.count(store)))).toEqual([0, 0, 0, 0, 0]);
  host.trouble(null);
  await subscribe();
  expect(await notes.fetch(video)).toEqual([]);
  expect(await titlesOf()).toEqual(['Talk 0']);
});

test('without a network nothing is tried that can wait, and nothing is called a fault', async () => {
  await subscribe();
  const { openCatalogs } = await import('../../../platform/catalogs/open-catalogs.ts');
  const database = await openCatalogs();
  const [record] = await database.getAll('catalogs');
  if (!record) throw new Error('not subscribed');
  const [keepAll, lookedAt] = ['on', Date.now() - 25 * 3600_000] as const;
  await database.put('catalogs', { ...record, address: 'https://catalog.invalid/', keepAll, lookedAt });
  vi.stubGlobal('navigator', { locks: navigator.locks, onLine: false });
  await catalogs.wake();
  await until({ lookedAt, fault: null, keepFault: null, keeping: 'waiting' });
  vi.stubGlobal('navigator', { locks: navigator.locks, onLine: true });
  await catalogs.wake();
  await until({ fault: { kind: 'unreachable' }, keepFault: { kind: 'unreachable' }, keeping: 'stopped' });
});

test('a file that comes byte by byte does not take for ever', async () => {
  await subscribe();
  let drip = () => {};
  const arrived = new Promise<void>((resolve) => {
    host.trouble((file, response, contents) => {
      if (!file.startsWith('shards/')) return false;
      let at = 0;
      response.writeHead(200, CORS);
      drip = () => void response.write(contents?.subarray(at, ++at) ?? '');
      drip();
      resolve();
      return true;
    });
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const fetching = notes.fetch(video);
  await arrived;
  for (let minutes = 0; minutes < 11; minutes += 1 / 3) {
    drip();
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(20_000);
  }
  vi.useRealTimers();
  expect(await fetching).toMatchObject([{ fault: { kind: 'timeout' } }]);
});
