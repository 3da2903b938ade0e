import type { Page } from '@playwright/test';
import { expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes, CONVERSATION, longNote } from './panel-notes.ts';

const moveTo = (page: Page, seconds: number) =>
  page.evaluate((time) => {
    const video = document.querySelector('video');
    if (video) video.currentTime = time;
  }, seconds);

test('reading along opens the section playing and lights the passage; the reader’s scrolling pauses it', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  const current = panel.locator('[data-section][aria-current]');
  const lit = panel.locator('.block[data-lit]');
  await moveTo(page, 250);
  await panel.getByRole('button', { name: 'Read along' }).click();
  await expect(current.locator('.section-text')).toBeVisible();
  await expect(lit).toHaveCount(1);
  await expect(lit).toBeInViewport();
  const first = await current.getAttribute('data-section');

  await moveTo(page, 480);
  await expect(current.locator('.section-text')).toBeVisible();
  await expect(panel.locator('.section-text:visible')).toHaveCount(1);
  await expect(lit).toBeInViewport();
  expect(await current.getAttribute('data-section')).not.toBe(first);

  const paused = await current.getAttribute('data-section');
  await panel.mouse.move(100, 400);
  await panel.mouse.wheel(0, -80);
  await expect(panel.getByRole('button', { name: /Follow playback/ })).toBeVisible();
  await moveTo(page, 250);
  await expect(current).toHaveAttribute('data-section', first ?? '');
  await expect(panel.locator(`[data-section="${paused}"] .section-text`)).toBeVisible();
  await expect(current.locator('.section-text')).toBeHidden();
  await panel.keyboard.press('Escape');
  await expect(current.locator('.section-text')).toBeVisible();
  await expect(lit).toBeInViewport();

  // It is a habit: the panel opened again reads along at once.
  await panel.reload();
  await expect(current.locator('.section-text')).toBeVisible();
  await panel.getByRole('button', { name: 'Read along' }).click();
  await expect(lit).toHaveCount(0);
});

test('all sections open and close at once, also those of a long note', async ({ browserWithExtension }) => {
  await addNotes(browserWithExtension, longNote());
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  await panel.getByRole('button', { name: 'Open all' }).click();
  await expect(panel.locator('.section-text:not([hidden])')).toHaveCount(191);
  await panel.getByRole('button', { name: 'Close all' }).click();
  await expect(panel.locator('.section-text:not([hidden])')).toHaveCount(0);
});
