import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leftByBuild } from '../store/old-library.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

beforeEach(() => beExtensionPage(false));

const port = async () => (await import('../../../platform/storage/backup.ts')).createBackupPort();

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
