import { expect, test } from 'vitest';
import type { MissingNotes } from '../../../core/session/elsewhere.ts';
import { answered, EPISODE, OTHER, VIDEO, world } from './world.ts';

const MISSING: MissingNotes = {
  id: 'aa',
  title: 'Talks',
  publisher: null,
  host: 'example.org',
  request: 'https://example.org/shards/s-0.bin',
};
const FAILED = { title: 'Talks', fault: { kind: 'timeout', host: 'example.org', detail: '' } } as const;

test('notes of a catalog are fetched and then shown', async () => {
  const { watch, shows, episodes, missing, fetches } = world();
  shows(VIDEO);
  episodes[0]?.resolve(null);
  missing[0]?.resolve({ notes: [MISSING], mayFetch: true });
  await answered();
  expect(watch.read().elsewhere).toEqual({ state: 'fetching', missing: [MISSING] });
  fetches[0]?.resolve([]);
  await answered();
  episodes[1]?.resolve(EPISODE);
  await answered();
  expect([watch.read().episode, watch.read().elsewhere]).toEqual([EPISODE, { state: 'nothing' }]);
});

test('a failed fetch is reported, and can be retried', async () => {
  const { watch, shows, episodes, missing, fetches } = world();
  shows(VIDEO);
  missing[0]?.resolve({ notes: [MISSING], mayFetch: true });
  await answered();
  fetches[0]?.resolve([FAILED]);
  await answered();
  episodes[1]?.resolve(null);
  await answered();
  expect(watch.read().elsewhere).toEqual({ state: 'failed', failures: [FAILED] });
  void watch.fetchNotes();
  missing[1]?.resolve({ notes: [MISSING], mayFetch: true });
  await answered();
  fetches[1]?.resolve([]);
  await answered();
  episodes[2]?.resolve(EPISODE);
  await answered();
  expect(watch.read().elsewhere).toEqual({ state: 'nothing' });
});

test('where nothing may be fetched without consent, the viewer is asked', async () => {
  const { watch, shows, missing, fetches } = world();
  shows(VIDEO);
  missing[0]?.resolve({ notes: [MISSING], mayFetch: false });
  await answered();
  expect(watch.read().elsewhere).toEqual({ state: 'asks', missing: [MISSING] });
  expect(fetches).toEqual([]);
});

test('an answer about the previous video changes nothing', async () => {
  const { watch, shows, missing } = world();
  shows(VIDEO);
  shows(OTHER);
  missing[0]?.resolve({ notes: [], mayFetch: true });
  await answered();
  expect(watch.read().elsewhere).toBeUndefined();
});
