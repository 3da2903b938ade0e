import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, expect, moveTo, readClock, test } from './fixtures.ts';

test('a section is corrected from its row while the video plays, nudged and given back in its text', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  const time = section.locator('.time');
  await expect(time).toHaveText('23:04');
  await moveTo(page, 23 * 60 + 20);
  await expect(section).toHaveAttribute('aria-current', 'true');
  await section.getByRole('button', { name: 'This section starts now' }).click();
  await expect(time).toHaveText('23:20');
  await expect(panel.getByText('Starts at 23:20')).toBeVisible();

  await section.locator('.section-toggle').click();
  await section.getByRole('button', { name: '1 second earlier' }).click();
  await section.getByRole('button', { name: '1 second earlier' }).click();
  await expect(time).toHaveText('23:18');
  await section.getByRole('button', { name: 'Remove your time 23:18' }).click();
  await expect(time).toHaveText('23:04');
  // Undo brings back what was removed; after several corrections in a row, the time before the first.
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(time).toHaveText('23:18');
  await section.getByRole('button', { name: 'Remove your time 23:18' }).click();
  await expect(section.getByRole('button', { name: /Remove your time/ })).toHaveCount(0);
});

test('a corrected time is kept when the panel is reopened, and the undo offer can be dismissed', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  await section.locator('.section-seek').click();
  await expect.poll(() => page.evaluate(readClock)).toBeGreaterThan(1300);
  await panel.locator('.offer', { hasText: 'Back to 0:00' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(panel.getByText('Back to 0:00')).toHaveCount(0);
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (video) video.currentTime = 1390;
  });
  await expect(panel.locator('[data-section][aria-current]')).toHaveCount(1);
  await section.getByRole('button', { name: 'This section starts now' }).click();
  await expect(section.locator('.time')).toHaveText('23:10');
  await panel.reload();
  await expect(section.locator('.time')).toHaveText('23:10');
});

// Another length than the note's, so that the author's own times no longer hold.
const RECUT = `${EPISODE}&length=7900`;
const isExact = (panel: Page) => expect(panel.locator('.basis').first()).toHaveText(/^Times from the transcript/);
const timesIn = (page: Page) => page.locator(':is([data-section], .read-section) .time').allTextContents();

/** The times at which the popup says that a term comes up. */
async function placesInPopup(browser: ChromiumWithExtension, page: Page): Promise<readonly string[]> {
  const popup = await browser.openPopup(page);
  await popup.getByRole('combobox').fill('fanxiangchuanbo');
  await popup.getByRole('option').first().waitFor();
  await popup.getByRole('combobox').press('Enter');
  await popup.locator('.place').first().waitFor();
  const places = await popup.locator('.place').allTextContents();
  await popup.close();
  return places;
}

test('times made exact survive a restart, offline, in panel, popup and reading page; a backup has them, one button forgets them', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-times-'));
  let browser = await launchChromium({ extension: EXTENSION, profile });
  try {
    let page = await browser.open(RECUT);
    let panel = await browser.openPanel(page);
    await expect(panel.getByRole('button', { name: 'Make the times exact' })).toBeVisible();
    const guessed = await placesInPopup(browser, page);
    await panel.getByRole('button', { name: 'Make the times exact' }).click();
    await isExact(panel);
    const exact = await timesIn(panel);
    const places = await placesInPopup(browser, page);
    expect(places).not.toEqual(guessed);

    await browser.close();
    browser = await launchChromium({ extension: EXTENSION, profile });
    // The page may come from its cache, but nothing gives captions.
    await browser.context.route(/timedtext/, (route) => route.abort());
    const start = await browser.open('about:blank');
    expect(await placesInPopup(browser, start)).toEqual(places);
    const reading = await browser.open(`${browser.origin}/reading.html?v=v0gjI__RyCY`);
    await expect.poll(() => timesIn(reading)).toEqual(exact);
    page = await browser.open(RECUT);
    panel = await browser.openPanel(page);
    await isExact(panel);
    await expect.poll(() => timesIn(panel)).toEqual(exact);

    const options = await browser.open(`${browser.origin}/options.html`);
    await expect(options.getByText('1 video is remembered.')).toBeVisible();
    const saving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save a backup' }).click();
    const saved = await (await saving).path();
    await options.getByRole('button', { name: 'Forget remembered times' }).click();
    await expect(options.getByText('No video is remembered.')).toBeVisible();
    await page.bringToFront();
    await panel.reload();
    await expect(panel.getByRole('button', { name: 'Make the times exact' })).toBeVisible();
    await options.bringToFront();
    await options.locator('input[type=file]').setInputFiles(saved);
    await expect(options.getByText('1 video is remembered.')).toBeVisible();
    await page.bringToFront();
    await panel.reload();
    await isExact(panel);
    await expect.poll(() => timesIn(panel)).toEqual(exact);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
