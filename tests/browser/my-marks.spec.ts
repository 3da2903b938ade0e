import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { MARKS_FILE } from './marks-file.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);

/** In the library page. */
declare const chrome: { readonly windows: { create(what: { url: string }): Promise<unknown> } };

let browser: ChromiumWithExtension;
test.beforeAll(async () => {
  browser = await launchChromium({ extension: EXTENSION });
});
test.afterAll(() => browser.close());

async function openLibrary(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/library.html`);
  return page;
}

test('marks are looked after by keyboard, become a note, and the note is written on', async () => {
  const page = await openLibrary();
  const marks = page.getByRole('region', { name: 'All my marks' });
  await expect(marks.getByText('No marks yet.')).toBeVisible();
  const file = { name: 'marks.md', mimeType: 'text/markdown', buffer: Buffer.from(MARKS_FILE) };
  await marks.locator('input[type=file]').setInputFiles(file);
  await expect(marks.getByText('Added: 3. Already here: 0.')).toBeVisible();
  await marks.getByRole('button', { name: 'Close' }).press('Enter');
  expect(await violations(page)).toEqual([]);

  // Words and time.
  const search = marks.getByRole('searchbox', { name: 'Search your marks' });
  await search.fill('sand');
  await expect(marks.getByText('1 mark', { exact: true })).toBeVisible();
  await marks.getByRole('button', { name: 'Edit the mark at 1:05' }).press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await marks.getByRole('textbox', { name: 'Your words' }).press('Enter');
  await expect(marks.getByText('Look this up today')).toBeVisible();
  await expect(marks.getByRole('link', { name: 'Open the video at 1:04' })).toBeVisible();
  await expect(marks.getByRole('button', { name: 'Edit the mark at 1:04' })).toBeFocused();

  // Two windows change one mark at the same time.
  const opened = browser.context.waitForEvent('page');
  await page.evaluate(() => void chrome.windows.create({ url: location.href }));
  const other = await opened;
  await page.bringToFront();
  await marks.getByRole('button', { name: 'Edit the mark at 1:04' }).press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' or tomorrow');
  await Promise.all([
    page.keyboard.press('Enter'),
    other.getByRole('button', { name: 'Important: the mark at 1:04' }).click(),
  ]);
  for (const each of [page, other]) {
    await expect(each.getByText('Look this up today or tomorrow')).toBeVisible();
    await expect(each.getByRole('button', { name: 'Important: the mark at 1:04' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await other.close();

  // Deleting, and back.
  await search.fill('');
  await marks.getByRole('button', { name: 'Delete the mark at 0:03' }).press('Enter');
  await expect(marks.getByRole('link', { name: 'Open the video at 0:03' })).toHaveCount(0);
  await marks.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(marks.getByRole('link', { name: 'Open the video at 0:03' })).toBeVisible();

  // Out.
  await marks.getByText("This video's marks").press('Enter');
  await marks.getByLabel('Export as').last().selectOption('YouTube chapters');
  const download = page.waitForEvent('download');
  await marks.getByRole('button', { name: 'Save as a file' }).last().press('Enter');
  expect(await readFile(await (await download).path(), 'utf8')).toBe(
    '0:00 Begin\n1:04 Look this up today or tomorrow\n5:00 glass\n',
  );
  await expect(marks.getByText('The first mark was moved to 0:00')).toBeVisible();

  // A note of it.
  await marks.getByRole('button', { name: 'Make a note of it' }).press('Enter');
  const text = page.getByRole('textbox', { name: "The note's text" });
  await expect(text).toHaveValue(/### Look this up today or tomorrow \{#s2\}/);
  await expect(page.getByText('Saved. Nothing to mend.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n### The end\n\nTyped here.\n');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Read' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The end' })).toBeVisible();
  await page.goBack();
  await expect(text).toHaveValue(/Typed here\.\n$/);

  // What is no note is kept as well.
  await text.fill('No note any more');
  await expect(page.getByText('Your text is kept, but it is not a note yet.')).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue('No note any more');
  await page.getByRole('button', { name: 'Restore the older one' }).press('Enter');
  await expect(page.getByText('Saved. Nothing to mend.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(text).toHaveValue('No note any more');
  await page.close();
});
