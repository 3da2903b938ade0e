import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { unzipTo } from '../../scripts/release/zip.ts';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes } from './panel-notes.ts';

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

/** That build itself, with one short note of ours as its content. See docs/releasing.md. */
const EARLIER = fileURLToPath(new URL('../fixtures/profile/build-of-2026-11-25.zip', import.meta.url));

const SECOND = `---
source: https://www.youtube.com/watch?v=secondClok1
title: A second clock
lang: en
---
## One section

It goes well.
`;

/** Moves the video into a section; resolves when the panel has noticed. */
async function playIn(section: Locator, video: Page, seconds: number): Promise<void> {
  await video.evaluate((time) => {
    const player = document.querySelector('video');
    player?.pause();
    if (player) player.currentTime = time;
  }, seconds);
  await expect(section).toHaveAttribute('aria-current', 'true');
}

/**
 * The panel has proved responsive since it was last shown a video. A browser that is closed before that looks like one whose
 * panel hung: its notes would not be shown the next time.
 */
const steady = (panel: Page) =>
  expect
    .poll(() => panel.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('unfinished:'))))
    .toEqual([]);

test('an update keeps what an earlier build had stored; so do a way back to that build, and the next update', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-upgrade-'));
  // The same path for all builds: it gives an extension that is loaded from a folder its id.
  const extension = join(folder, 'extension');
  const profile = join(folder, 'profile');
  let browser: ChromiumWithExtension | undefined;
  /** Starts the browser with this build in the place of the one before. */
  const start = async (put: (place: string) => Promise<void>) => {
    await browser?.close();
    await rm(extension, { recursive: true, force: true, maxRetries: 5 });
    await put(extension);
    browser = await launchChromium({ extension, profile, noteLanguages: null });
    browser.context.setDefaultTimeout(15_000);
    return browser;
  };
  const ofToday = (place: string) => cp(EXTENSION, place, { recursive: true });
  const ofBefore = async (place: string) => unzipTo(new Uint8Array(await readFile(EARLIER)), place);

  try {
    await test.step('after the update all is there', async () => {
      const updated = await start(ofToday);
      await putBack(updated);
      const video = await updated.open(NO_NOTE);
      const panel = await updated.openPanel(video);
      const sections = panel.locator('[data-section]');
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The clock that lost four seconds');
      await expect(sections.nth(1)).toContainText('1:35');
      await expect(sections).toHaveCount(3);
      await expect(panel.locator(':root')).toHaveAttribute('data-theme', 'dark');
      await expect(panel.locator(':root')).toHaveAttribute('data-text-size', 'large');
      await expect(panel.getByText('clock.vtt')).toBeVisible();

      await playIn(sections.nth(2), video, 400);
      await sections.nth(2).getByRole('button', { name: 'This section starts now' }).click();
      await expect(sections.nth(2)).toContainText('6:40');
      await video.keyboard.press('x');
      await expect(panel.getByRole('button', { name: 'Edit the mark' })).toBeVisible();
      await addNotes(updated, SECOND);
      const options = await updated.open(`${updated.origin}/options.html`);
      await options.getByRole('radio', { name: 'Wide' }).check();
      await expect(panel.locator(':root')).toHaveAttribute('data-line-spacing', 'wide');
      await steady(panel);
    });

    await test.step('back in the earlier build settings hold, and what it does not know stays', async () => {
      const before = await start(ofBefore);
      const library = await before.open(`${before.origin}/library.html`);
      await expect(library.getByText('made by a newer version')).toBeVisible();
      await library.close();
      const video = await before.open(EPISODE);
      const panel = await before.openPanel(video);
      await expect(panel.locator(':root')).toHaveAttribute('data-theme', 'dark');
      await expect(panel.locator(':root')).toHaveAttribute('data-text-size', 'large');
      const section = panel.locator('[data-section="cat-neuron"]');
      await playIn(section, video, 1400);
      await section.locator('[aria-expanded]').first().click();
      await section.getByRole('button', { name: 'This section starts now' }).click();
      await expect(section).toContainText('23:20');
      await steady(panel);
    });

    await test.step('after the next update nothing is lost', async () => {
      const updated = await start(ofToday);
      const video = await updated.open(NO_NOTE);
      const panel = await updated.openPanel(video);
      const sections = panel.locator('[data-section]');
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The clock that lost four seconds');
      await expect(sections.nth(1)).toContainText('1:35');
      await expect(sections.nth(2)).toContainText('6:40');
      await expect(panel.getByRole('button', { name: 'Edit the mark' })).toBeVisible();
      await expect(panel.locator(':root')).toHaveAttribute('data-theme', 'dark');
      await expect(panel.locator(':root')).toHaveAttribute('data-text-size', 'large');
      await expect(panel.locator(':root')).toHaveAttribute('data-line-spacing', 'wide');
      await expect(panel.getByText('clock.vtt')).toBeVisible();
      await video.goto(EPISODE);
      await expect(panel.locator('[data-section="cat-neuron"]')).toContainText('23:20');
      const library = await updated.open(`${updated.origin}/library.html`);
      await expect(library.getByText('A second clock')).toBeVisible();
    });
  } finally {
    await browser?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
