import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, readClock } from './fixtures.ts';

/**
 * Simulates Firefox for Android: removes the APIs it lacks before any script of the extension runs, in the background and in
 * every page, at a phone's size and with touch.
 */
const TAKEN = `for (const name of ['windows', 'sidePanel', 'sidebarAction', 'omnibox', 'commands']) {
  for (const api of [globalThis.chrome, globalThis.browser]) {
    if (api) Object.defineProperty(api, name, { value: undefined });
  }
}
delete globalThis.showDirectoryPicker;
if (globalThis.HTMLInputElement) delete HTMLInputElement.prototype.webkitdirectory;
`;
const PHONE = { width: 360, height: 740 };

const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-phone-'));
let browser: ChromiumWithExtension;
const errors: string[] = [];

test.beforeAll(async () => {
  cpSync(EXTENSION, folder, { recursive: true });
  for (const script of ['background.js', 'first-paint.js']) {
    writeFileSync(join(folder, script), TAKEN + readFileSync(join(folder, script), 'utf8'));
  }
  browser = await launchChromium({ extension: folder, touch: true });
  browser.context.on('weberror', (error) => errors.push(error.error().message));
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Targets too small for a finger: everything to press that is less than 40 px high, except links within a text. */
const small = (page: Page) =>
  page
    .locator('button:not(.term):visible, a.button:visible, select:visible')
    .evaluateAll((all) =>
      all
        .filter((each) => each.getBoundingClientRect().height < 40)
        .map((each) => `${each.className}: ${each.textContent || each.getAttribute('aria-label')}`),
    );

async function opened(path: string, open: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([browser.context.waitForEvent('page'), open()]);
  await page.waitForURL(new RegExp(path.replace('.', '\\.')));
  await page.setViewportSize(PHONE);
  return page;
}

test('the button on the page opens the notes as a tab, which leads back to the video', async () => {
  const video = await browser.open(EPISODE);
  await video.setViewportSize(PHONE);
  const button = video.locator('[data-sleevenotes="button"] button').first();
  const panel = await opened('/sidepanel.html', () => button.tap());
  const section = panel.locator('[data-section]').nth(3).locator('button').first();
  await expect(section).toBeVisible();
  await section.tap();
  await expect.poll(() => video.evaluate(readClock)).toBeGreaterThan(100);
  await expect.poll(() => video.evaluate(() => document.visibilityState)).toBe('visible');
  await panel.bringToFront();
  expect(await small(panel)).toEqual([]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('the popup looks up a term and opens the notes as a tab', async () => {
  const video = await browser.open(EPISODE);
  const popup = await browser.open(`${browser.origin}/popup.html`);
  await popup.setViewportSize(PHONE);
  await popup.getByRole('combobox').fill('TPU');
  await expect(popup.getByRole('option').first()).toContainText('TPU');
  expect(await small(popup)).toEqual([]);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const panel = await opened('/sidepanel.html', () => popup.getByRole('button', { name: 'Open the notes' }).tap());
  await expect(panel.locator('[data-section]').first()).toBeVisible();
  await video.close();
});

test('shortcuts and folders are not offered', async () => {
  const options = await browser.open(`${browser.origin}/options.html`);
  await options.setViewportSize(PHONE);
  await expect(options.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(options.locator('.preview')).toBeVisible();
  expect(await options.locator('kbd, .shortcuts').count()).toBe(0);
  await expect(options.getByText('Change these in the browser')).toHaveCount(0);
  expect(await small(options)).toEqual([]);
  const library = await browser.open(`${browser.origin}/library.html`);
  await library.setViewportSize(PHONE);
  await expect(library.getByRole('button', { name: 'Add files' })).toBeVisible();
  await expect(library.getByRole('button', { name: 'Add a folder' })).toHaveCount(0);
  expect(await small(library)).toEqual([]);
  expect(errors).toEqual([]);
});
