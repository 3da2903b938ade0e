import { beforeEach, expect, test, vi } from 'vitest';
import type { Edition, Episode } from '../../../core/note/episode.ts';
import { noteKey } from '../../../core/note/note-id.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import type { CatalogNotesPort, LibraryPort, TranscriptsPort } from '../../../platform/ports.ts';
import { withAskedNote } from '../../../platform/reading/asked-note.ts';
import {
  type CrashGuard,
  createCrashGuard,
  guardedLibrary,
  guardedTranscripts,
} from '../../../platform/watch/crash-guard.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
let kept: Map<string, string>;
let alive: Set<string>;

beforeEach(() => {
  kept = new Map();
  alive = new Set();
});

/** A page of ours; `end` is how it ends without being asked, as one that hangs does. */
function page() {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
  let own = '';
  const locks = {
    request: (name: string) => {
      own = name;
      alive.add(name);
      return new Promise(() => {});
    },
    query: async () => ({ held: [...alive].map((name) => ({ name })) }),
  } as unknown as LockManager;
  return { guard: createCrashGuard(Promise.resolve(storage), locks), end: () => void alive.delete(own) };
}

test('what a page that is gone never finished is not used again, until it is forgiven', async () => {
  const first = page();
  expect(await first.guard.begin('x')).toBe(true);
  first.end();
  const second = page();
  expect(await second.guard.begin('x')).toBe(false);
  expect(await second.guard.begin('y')).toBe(true);
  const heard = vi.fn();
  second.guard.subscribe(heard);
  second.guard.forgive('x');
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(await second.guard.begin('x')).toBe(true);
});

test('a page that answers after a while has finished, and one that has only just begun is no reason to doubt', async () => {
  vi.useFakeTimers();
  const first = page();
  await first.guard.begin('x');
  expect(await page().guard.begin('x')).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  first.end();
  expect(await page().guard.begin('x')).toBe(true);
  vi.useRealTimers();
});

test('a page that has hung for long counts as one that is gone', async () => {
  await page().guard.begin('x');
  const [key = '', mark = ''] = [...kept][0] ?? [];
  kept.set(key, JSON.stringify({ ...JSON.parse(mark), at: Date.now() - 60_000 }));
  expect(await page().guard.begin('x')).toBe(false);
});

test('in a private window everything is used and nothing is kept', async () => {
  const locks = { request: () => new Promise(() => {}), query: async () => ({}) } as unknown as LockManager;
  expect(await createCrashGuard(Promise.resolve(null), locks).begin('x')).toBe(true);
});

test('a transcript a page did not come through with is named and not used', async () => {
  const whole = { name: 'talk.vtt', transcript: { language: null, cues: [] } };
  const port = { read: async () => whole, subscribe: () => () => {} } as unknown as TranscriptsPort;
  const first = page();
  expect(await guardedTranscripts(port, first.guard).read(A)).toBe(whole);
  first.end();
  const second = page();
  const guarded = guardedTranscripts(port, second.guard);
  expect(await guarded.read(A)).toEqual({ name: 'talk.vtt', transcript: null, isUnfinished: true });
  const heard: string[] = [];
  guarded.subscribe((videoId) => heard.push(videoId));
  second.guard.forgive(`transcript ${A}`);
  await vi.waitFor(() => expect(heard).toEqual([A]));
  expect(await guarded.read(A)).toBe(whole);
});

const NO_CATALOGS = { find: async () => null } as unknown as CatalogNotesPort;

test('own notes a page did not come through with are left out, and bundled ones shown', async () => {
  const edition = (origin: 'own' | 'bundled') => ({ note: { origin, source: '', path: origin } });
  const episode = { videoId: A, editions: [edition('own'), edition('bundled')] } as unknown as Episode;
  const library = { find: async () => episode, trouble: () => null } as unknown as LibraryPort;
  const first = page();
  expect(await guardedLibrary(first.guard, NO_CATALOGS, () => library).find(A)).toBe(episode);
  first.end();
  const second = guardedLibrary(page().guard, NO_CATALOGS, () => library);
  expect((await second.find(A))?.editions.map(({ note }) => note.origin)).toEqual(['bundled']);
  expect(second.trouble()).toBe('unfinished');
});

test('an own note that only the address of the reading page asks for is left out, too', async () => {
  const note = { origin: 'own', source: 'folder:talks', path: 'clocks.vtt' } as const;
  const nothing = { find: async () => null, trouble: () => null } as unknown as LibraryPort;
  const asked = { videoId: A, language: null, note: noteKey(note), order: 'date' } as const;
  const readingPage = (guard: CrashGuard) =>
    guardedLibrary(guard, NO_CATALOGS, () => withAskedNote(nothing, asked, async () => ({}) as Edition));
  const first = page();
  expect((await readingPage(first.guard).find(A))?.editions).toHaveLength(1);
  first.end();
  const second = readingPage(page().guard);
  expect(await second.find(A)).toBeNull();
  expect(second.trouble()).toBe('unfinished');
});

test('notes of a catalog that a page did not come through with are not even read, and it is said', async () => {
  const episode = { videoId: A, editions: [{ note: { origin: 'catalog' } }] } as unknown as Episode;
  const find = vi.fn(async () => episode);
  const through = (guard: CrashGuard) =>
    guardedLibrary(
      guard,
      { find } as unknown as CatalogNotesPort,
      (catalogs) => ({ find: catalogs.find, trouble: () => null }) as unknown as LibraryPort,
    );
  const first = page();
  expect(await through(first.guard).find(A)).toBe(episode);
  first.end();
  find.mockClear();
  const second = page();
  const library = through(second.guard);
  expect(await library.find(A)).toBeNull();
  expect(library.trouble()).toBe('unfinished');
  expect(find).not.toHaveBeenCalled();
  second.guard.forgive(`catalog notes ${A}`);
  expect(await library.find(A)).toBe(episode);
  expect(library.trouble()).toBeNull();
});

test('a video no catalog has notes on leaves no mark', async () => {
  const first = page();
  const library = guardedLibrary(
    first.guard,
    NO_CATALOGS,
    (catalogs) => ({ find: catalogs.find, trouble: () => null }) as unknown as LibraryPort,
  );
  expect(await library.find(A)).toBeNull();
  expect([...kept]).toEqual([]);
});
