import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { NoteId } from '../../../core/note/note-id.ts';
import type { Remembered } from '../../../core/timeline/remembered.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

const video = (i: number) => toVideoId(`video${String(i).padStart(6, '0')}`) as VideoId;
const A = video(0);
const note = (path: string): NoteId => ({ origin: 'own', source: 'folder:walks', path });
const times = (at: number): Remembered => ({
  text: 'abc',
  duration: 600,
  ordered: true,
  sections: [{ section: 'one', start: 5, earliest: 4, latest: 6, source: 'transcript' }],
  heard: { language: 'en', original: 'yes', translated: false },
  at,
});
const port = async () => {
  const { createRememberedTimesPort } = await import('../../../platform/storage/remembered-times.ts');
  return createRememberedTimesPort();
};

describe('in a normal window', () => {
  beforeEach(() => beExtensionPage(false));

  test('times are available to another page and after a restart, for each note', async () => {
    const one = await port();
    await one.keep(A, note('a.md'), times(1));
    await one.keep(A, note('b.md'), times(2));
    vi.resetModules();
    const other = await port();
    expect(Object.values(await other.read(A))).toEqual(expect.arrayContaining([times(1), times(2)]));
    await other.drop(A, note('a.md'));
    expect(Object.values(await one.read(A))).toEqual([times(2)]);
    expect(await one.count()).toBe(1);
  });

  test('of more than 500 videos the oldest are forgotten', async () => {
    const kept = await port();
    for (let i = 0; i < 503; i++) await kept.keep(video(i), note('a.md'), times(i));
    expect(await kept.count()).toBe(500);
    expect(await kept.read(video(2))).toEqual({});
    expect(Object.values(await kept.read(video(3)))).toEqual([times(3)]);
  });

  test('translations asked for are remembered across restarts, the latest 100, and forgotten with the times', async () => {
    const kept = await port();
    await kept.keepTranslation(A, 'en');
    await kept.keepTranslation(A, 'zh-Hans');
    vi.resetModules();
    const other = await port();
    expect(Object.keys(await other.translations(A))).toEqual(['zh-Hans', 'en']);
    expect(await other.translations(video(1))).toEqual({});
    for (let i = 1; i < 100; i++) await other.keepTranslation(video(i), 'en');
    expect(Object.keys(await other.translations(A))).toEqual(['zh-Hans']);
    await other.forgetAll();
    expect(await other.translations(A)).toEqual({});
  });

  test('all are forgotten at once, and nothing else is', async () => {
    const kept = await port();
    const { createRecentsPort } = await import('../../../platform/storage/recents.ts');
    const lookup = { term: 'TPU', videoId: A, entryId: 'tpu' };
    await createRecentsPort().add(lookup);
    await kept.keep(A, note('a.md'), times(1));
    await kept.forgetAll();
    expect(await kept.read(A)).toEqual({});
    expect(await kept.count()).toBe(0);
    expect(await createRecentsPort().read()).toEqual([lookup]);
  });

  test('are part of a backup; invalid ones are ignored', async () => {
    const kept = await port();
    await kept.keep(A, note('a.md'), times(1));
    const { createMarksPort } = await import('../../../platform/marks/marks.ts');
    const { createBackupPort } = await import('../../../platform/storage/backup.ts');
    const all = createBackupPort(createMarksPort());
    const backup = await all.read();
    expect([...backup.times.keys()]).toEqual([A]);
    await kept.forgetAll();
    await all.write(backup);
    expect(Object.values(await kept.read(A))).toEqual([times(1)]);
    expect(await kept.count()).toBe(1);
    const undo = await all.reset();
    expect(await kept.count()).toBe(0);
    await undo();
    expect(await kept.count()).toBe(1);
    await all.write({ ...backup, times: new Map() });
    expect(await kept.read(A)).toEqual({});
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    await fakeBrowser.storage.local.set({ [`times:${A}`]: { x: { start: 'soon' } } });
    expect(await kept.read(A)).toEqual({});
  });
});

test('in a private window times are remembered until the page closes, and nothing is stored', async () => {
  await beExtensionPage(true);
  const kept = await port();
  await kept.keep(A, note('a.md'), times(1));
  await kept.keepTranslation(A, 'en');
  expect(await stored()).toEqual([{}, {}]);
  expect(Object.keys(await kept.translations(A))).toEqual(['en']);
  expect(Object.values(await kept.read(A))).toEqual([times(1)]);
});
