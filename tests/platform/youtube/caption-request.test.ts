// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa" }
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { type CaptionRequest, createCaptionRequest } from '../../../platform/youtube/caption-request.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;
const address = (id: string, more = '') =>
  `https://www.youtube.com/api/timedtext?v=${id}&lang=en&fmt=json3&pot=x${more}`;
const CAPTIONS =
  '{"events":[{"tStartMs":0,"segs":[{"utf8":"Good morning."}]},{"tStartMs":900,"segs":[{"utf8":"Yes."}]}]}';

/** Adds entries to the page's list of loaded resources. */
let load: (...names: readonly string[]) => void;
let observing: number;
let life: AbortController;
let captions: CaptionRequest;
const fetched = vi.fn(async (_: URL, __?: RequestInit) => new Response(CAPTIONS));
beforeEach(() => {
  observing = 0;
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(heard: (list: { getEntries(): { name: string }[] }) => void) {
        load = (...names) => heard({ getEntries: () => names.map((name) => ({ name })) });
      }
      observe() {
        observing++;
      }
      disconnect() {
        observing--;
      }
    },
  );
  life = new AbortController();
  captions = createCaptionRequest();
});
afterEach(() => {
  life.abort();
  expect(observing).toBe(0);
  vi.unstubAllGlobals();
});

test('a request seen before there is a listener is read as soon as there is one', async () => {
  captions.listen(life.signal);
  load(address(A));
  captions.look(A);
  expect(fetched).not.toHaveBeenCalled();
  const changed = vi.fn();
  captions.watch(() => A, changed, life.signal);
  expect(observing).toBe(1);
  captions.look(A);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(captions.read(A)?.cues.map(({ text }) => text)).toEqual(['Good morning.', 'Yes.']);
  expect(captions.read(B)).toBeNull();
});

test('each address is read once, another language again; a translation by YouTube, another host or another video never', async () => {
  captions.watch(() => A, vi.fn(), life.signal);
  load(address(A), 'https://www.youtube.com/api/stats', address(B), 'https://example.com/api/timedtext?v=aaaaaaaaaaa');
  load(address(A));
  captions.look(A);
  expect(fetched).toHaveBeenCalledTimes(1);
  load(address(A, '&tlang=de'));
  expect(fetched).toHaveBeenCalledTimes(1);
  load(address(A).replace('lang=en', 'lang=de'));
  await vi.waitFor(() => expect(captions.read(A)?.language).toBe('de'));
  load(address(A, '&name=x&tlang=fr'));
  await vi.waitFor(() => expect(captions.read(A)?.language).toBe('en'));
  expect(fetched).toHaveBeenCalledTimes(3);
  expect(fetched.mock.calls.some(([url]) => url.searchParams.has('tlang'))).toBe(false);
});

test.each([
  ['another path that contains it', 'https://www.youtube.com/redirect?q=/api/timedtext?v=aaaaaaaaaaa&v=aaaaaaaaaaa'],
  ['a longer path', 'https://www.youtube.com/x/api/timedtext?v=aaaaaaaaaaa'],
  ['a path that goes on', 'https://www.youtube.com/api/timedtext/x?v=aaaaaaaaaaa'],
  ['another host', 'https://www.youtube.com.example/api/timedtext?v=aaaaaaaaaaa'],
  ['another scheme', 'http://www.youtube.com/api/timedtext?v=aaaaaaaaaaa'],
  ['no address at all', 'http://[/api/timedtext?v=aaaaaaaaaaa'],
])('%s is not read', (_, name) => {
  captions.watch(() => A, vi.fn(), life.signal);
  load(name);
  captions.look(A);
  expect(fetched).not.toHaveBeenCalled();
});

test('nothing is read from an address that redirects elsewhere', async () => {
  captions.watch(() => A, vi.fn(), life.signal);
  load(address(A));
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error' });
});

test.each([
  ['nothing, as without a token', () => new Response('')],
  ['an error', () => new Response('no', { status: 403 })],
  ['no captions', () => new Response('<html>')],
])('an answer of %s leaves what was there', async (_, answer) => {
  captions.watch(() => A, vi.fn(), life.signal);
  load(address(A));
  await vi.waitFor(() => expect(captions.read(A)).not.toBeNull());
  fetched.mockResolvedValueOnce(answer());
  load(address(A, '&exp=xpe'));
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(captions.read(A)?.cues).toHaveLength(2);
});

test('the captions of the last four videos are kept', async () => {
  const ids = Array.from({ length: 9 }, (_, i) => toVideoId(`aaaaaaaaaa${i}`) as VideoId);
  captions.watch(() => null, vi.fn(), life.signal);
  for (const id of ids) {
    load(address(id));
    captions.look(id);
    await vi.waitFor(() => expect(captions.read(id)).not.toBeNull());
  }
  expect(ids.filter((id) => captions.read(id))).toEqual(ids.slice(5));
});
