import { readFileSync } from 'node:fs';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { EXTENSION, expect, NO_NOTE, test } from './fixtures.ts';

/** The stored data of an earlier build, recorded from that build after use as by a viewer. */
const PROFILE = JSON.parse(
  readFileSync(new URL('../fixtures/profile/by-build-of-2026-11-25.json', import.meta.url), 'utf8'),
) as Profile;

interface Store {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
  readonly records: readonly (readonly [key: unknown, value: unknown])[];
}
interface Profile {
  readonly local: object;
  readonly sync: object;
  readonly library: { readonly version: number; readonly stores: Readonly<Record<string, Store>> };
}
declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'sync', { set(values: object): Promise<void> }>>;
};

/** Restores it before any page of the extension is open. */
async function putBack(browser: ChromiumWithExtension): Promise<void> {
  const page = await browser.open(`${browser.origin}/notices.html`);
  await page.evaluate(async ({ local, sync, library }) => {
    await chrome.storage.local.set(local);
    await chrome.storage.sync.set(sync);
    /** An ArrayBuffer is written as base64 in the fixture. */
    const revive = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(revive);
      if (typeof value !== 'object' || value === null) return value;
      const { buffer } = value as { readonly buffer?: unknown };
      if (typeof buffer === 'string') return Uint8Array.from(atob(buffer), (letter) => letter.charCodeAt(0)).buffer;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each)]));
    };
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('sleevenotes-library', library.version);
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => {
        for (const [name, { keyPath, autoIncrement, indexes, records }] of Object.entries(library.stores)) {
          const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
          for (const { name: index, keyPath: of, ...rest } of indexes) store.createIndex(index, of, rest);
          for (const [key, value] of records)
            store.put(revive(value), keyPath === null ? (key as IDBValidKey) : undefined);
        }
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  }, PROFILE);
  await page.close();
}

test('notes, a corrected time, a transcript and settings of an earlier build are there after the update', async () => {
  const browser = await launchChromium({ extension: EXTENSION, noteLanguages: null });
  try {
    await putBack(browser);
    const video = await browser.open(NO_NOTE);
    const panel = await browser.openPanel(video);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The clock that lost four seconds');
    await expect(panel.locator('[data-section]').nth(1)).toContainText('1:35');
    await expect(panel.locator('[data-section]')).toHaveCount(3);
    await expect(panel.locator(':root')).toHaveAttribute('data-theme', 'dark');
    await expect(panel.locator(':root')).toHaveAttribute('data-text-size', 'large');
    await expect(panel.getByText('clock.vtt')).toBeVisible();
  } finally {
    await browser.close();
  }
});
