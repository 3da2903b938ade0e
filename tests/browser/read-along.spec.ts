import { expect, moveTo, NO_NOTE, test } from './fixtures.ts';
import { addNotes, CONVERSATION, longNote } from './panel-notes.ts';

test('reading along opens the section playing and highlights the passage; the reader’s scrolling pauses it', async ({
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

  // The mode is remembered: the reopened panel reads along at once.
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

test('tab, open sections and scroll position are restored when the panel is reopened', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  const list = panel.locator('main');
  const scrolled = () => list.evaluate((element) => element.scrollTop);
  await panel.locator('.section-toggle').nth(3).click();
  await panel.locator('.section-toggle').nth(5).click();
  await list.hover();
  await panel.mouse.wheel(0, 400);
  await expect(panel.getByRole('button', { name: /Follow playback/ })).toBeVisible();
  // Wait for the end of smooth scrolling; the position is stored a moment later.
  await panel.waitForTimeout(1500);
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);
  await panel.reload();
  await expect(panel.locator('.section-text:visible')).toHaveCount(2);
  await expect.poll(scrolled).toBe(before);
  await panel.getByRole('tab', { name: 'Summary' }).click();
  await panel.waitForTimeout(1000);
  await panel.reload();
  await expect(panel.getByRole('tab', { name: 'Summary' })).toHaveAttribute('aria-selected', 'true');
});

test('from 720 px the text has a column of its own, which follows what is opened and what is spoken', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  await panel.setViewportSize({ width: 900, height: 700 });
  const column = panel.getByRole('region', { name: 'Text' });
  await panel.locator('.section-toggle').nth(8).click();
  await expect(column.locator('article')).toHaveCount(1);
  await expect(column.getByRole('heading')).toHaveText('第 9 座钟');
  await panel.locator('.section-toggle').nth(2).click();
  await expect(column.getByRole('heading')).toHaveText(['第 3 座钟', '第 9 座钟']);
  await expect(column.getByRole('heading').first()).toBeInViewport();
  await panel.locator('.section-toggle').nth(8).click();
  await panel.locator('.section-toggle').nth(2).click();
  await moveTo(page, 480);
  await panel.getByRole('button', { name: 'Read along' }).click();
  await expect(column.locator('.block[data-lit]')).toBeInViewport();
  await expect(panel.locator('[data-section][aria-current]')).toBeInViewport();
  await panel.setViewportSize({ width: 600, height: 700 });
  await expect(column).toHaveCount(0);
  await expect(panel.locator('[data-section][aria-current] .block[data-lit]')).toBeInViewport();
});
