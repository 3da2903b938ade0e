import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mark, video } from '../../core/marks/made-up.ts';
import { leftByBuild } from '../store/old-library.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await beExtensionPage(false);
});

const marksPort = async () => (await import('../../../platform/marks/marks.ts')).createMarksPort();
const port = async () => (await import('../../../platform/storage/backup.ts')).createBackupPort(await marksPort());

async function asLeft(): Promise<void> {
  const { sync, local } = await leftByBuild('2026-11-25');
  await fakeBrowser.storage.sync.set(sync);
  await fakeBrowser.storage.local.set(local);
}

test('a reset deletes everything, transcripts included, and can be undone exactly', async () => {
  await asLeft();
  const before = await stored();
  expect(JSON.stringify(before)).toContain('rivers.vtt');
  const undo = await (await port()).reset();
  expect(await stored()).toEqual([{}, {}]);
  await undo();
  expect(await stored()).toEqual(before);
});

test('a reset that fails half-way changes nothing', async () => {
  await asLeft();
  const before = await stored();
  vi.spyOn(fakeBrowser.storage.sync, 'remove').mockRejectedValueOnce(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
  await expect((await port()).reset()).rejects.toThrow();
  expect(await stored()).toEqual(before);
});

test('the data of the previous build is backed up and restored', async () => {
  await asLeft();
  const backup = await port();
  const kept = await backup.read();
  expect(kept.settings).toMatchObject({ theme: 'dark', languages: ['en', 'zh-Hans'] });
  expect(kept.corrections.size).toBe(3);
  await (await port()).reset();
  await backup.write(kept);
  expect(await backup.read()).toEqual(kept);
});

test('marks come back with a backup, beside those made since, and a reset gives them back', async () => {
  const marks = await marksPort();
  const backup = await port();
  await marks.put(mark({ id: 'old', words: 'of then' }));
  const kept = await backup.read();
  const undoReset = await backup.reset();
  expect(await marks.all()).toEqual([]);
  await marks.put(mark({ id: 'since', at: 70 }));
  await undoReset();
  expect((await marks.byVideo(video('lens-talk-1'))).map(({ id }) => id)).toEqual(['old', 'since']);
  await marks.change('old', { words: 'newer' });
  const undo = await backup.write(kept);
  expect((await marks.byVideo(video('lens-talk-1'))).map(({ words }) => words)).toEqual(['newer', '']);
  await undo();
  expect(await marks.all()).toHaveLength(2);
});

test('a restore that fails leaves the marks as they were', async () => {
  const backup = await port();
  const kept = { ...(await backup.read()), marks: [mark()] };
  vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES_PER_ITEM'));
  await expect(backup.write(kept)).rejects.toThrow('QUOTA');
  expect((await backup.read()).marks).toEqual([]);
});
