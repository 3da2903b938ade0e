import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { EPISODE, expect, moveTo, NO_NOTE, test } from './fixtures.ts';

const said = (page: Page) => page.locator('[data-sleevenotes=button] [role=status]');

test('by keyboard alone: the key marks with the panel closed; the panel shows it, is written in, searched, undone', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  await expect(page.locator('[data-sleevenotes=button]')).toBeVisible();
  await moveTo(page, 759);
  await page.keyboard.press('x');
  await expect(said(page)).toHaveText('Marked 12:34');
  await expect(said(page)).toBeEmpty();

  const panel = await browserWithExtension.openPanel(page);
  const mark = panel.getByRole('button', { name: /^12:34/ });
  await expect(mark).toBeVisible();
  // It lies between the sections, and has got the one it lies in.
  const order = await panel
    .locator('.outline > li')
    .evaluateAll((rows: HTMLElement[]) => rows.map(({ dataset }) => dataset.mark ?? 'section'));
  expect(order.findIndex((each) => each !== 'section')).toBeGreaterThan(2);

  await moveTo(page, 100);
  await panel.getByRole('button', { name: 'Mark this moment' }).focus();
  await panel.keyboard.press('Enter');
  const field = panel.getByRole('textbox', { name: /Marked 1:35/ });
  await expect(field).toBeFocused();
  // Keys of YouTube's player are letters here, and the video plays on.
  await page.evaluate(() => document.querySelector('video')?.play());
  await panel.keyboard.type('think it over');
  expect(await page.evaluate(() => document.querySelector('video')?.paused)).toBe(false);
  await page.evaluate(() => document.querySelector('video')?.pause());
  expect(await violations(panel)).toEqual([]);
  await panel.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Mark this moment' })).toBeFocused();
  await expect(panel.getByRole('button', { name: '1:35 think it over' })).toBeVisible();

  await panel.getByRole('button', { name: 'Edit the mark at 1:35' }).focus();
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: '1 second later' }).press('Enter');
  await panel.getByRole('button', { name: 'Important' }).press('Enter');
  await expect(panel.getByRole('button', { name: '1:36 Important: think it over' })).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(panel.getByRole('button', { name: /think it over/ })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(panel.getByRole('button', { name: /think it over/ })).toBeVisible();

  await panel.getByRole('tab', { name: 'Marks 2' }).click();
  await panel.getByRole('searchbox', { name: 'Search your marks' }).fill('over');
  await expect(panel.locator('#marks-view [data-mark]')).toHaveCount(1);
  expect(await violations(panel)).toEqual([]);
});

test('on a video without a note: nothing of ours but for two seconds; chapters and marks are the outline', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(NO_NOTE);
  await page.locator('#title').waitFor();
  await expect
    .poll(async () => {
      await moveTo(page, 205);
      await page.keyboard.press('x');
      return page.locator('[data-sleevenotes]').count();
    })
    .toBe(1);
  await expect(said(page)).toHaveText('Marked 3:20');
  await expect(page.locator('[data-sleevenotes]')).toHaveCount(0);
  const panel = await browserWithExtension.open(`${browserWithExtension.origin}/sidepanel.html`);
  await page.bringToFront();
  await expect(panel.locator('.outline > li').nth(2)).toContainText('3:20');

  // Chapters and mark become a note, in an editor of its own, and the panel shows it.
  const opened = browserWithExtension.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Make a note of it' }).press('Enter');
  const editor = await opened;
  const text = editor.getByRole('textbox', { name: "The note's text" });
  await expect(text).toHaveValue(/^---\ntitle: .+\nsource: .+noNoteHere1\nduration: [\s\S]+t=200/);
  await expect(editor.getByText('Saved. Nothing to mend.')).toBeVisible();
  await page.bringToFront();
  await expect(panel.locator('.section[data-section]').first()).toBeVisible();
});

test('the popup marks and asks for words, and the panel beside it shows them', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await moveTo(page, 65);
  const popup = await browserWithExtension.openPopup(page);
  await popup.getByRole('button', { name: 'Mark this moment' }).click();
  await expect(popup.getByRole('textbox', { name: /Marked 1:00/ })).toBeFocused();
  expect(await violations(popup)).toEqual([]);
  await popup.keyboard.type('from the popup');
  await popup.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: '1:00 from the popup' })).toBeVisible();

  await popup.getByRole('combobox').fill('moores');
  await expect(popup.getByRole('option').first()).toContainText(/Moore/);
  await popup.getByRole('combobox').press('Enter');
  await popup.getByRole('button', { name: 'Keep the term' }).press('Enter');
  await expect(popup.getByRole('textbox', { name: /Marked/ })).toBeFocused();
  expect(await violations(popup)).toEqual([]);
  await popup.keyboard.type('a term');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('button', { name: 'Keep the term' })).toBeFocused();
  await expect(panel.getByRole('button', { name: /a term/ })).toBeVisible();
});
