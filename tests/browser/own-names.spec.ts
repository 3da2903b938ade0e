import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { manyNotes, openLibraryPage } from './library-world.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);

let browser: ChromiumWithExtension;

test.beforeAll(async () => {
  browser = await launchChromium({ extension: EXTENSION });
});
test.afterAll(() => browser.close());

/** The folding version of the stored index of own names; `put` overwrites it. */
const folding = (page: Page, put: number | null = null) =>
  page.evaluate(async (version) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const database = await answer(indexedDB.open('sleevenotes-library'));
    const store = database.transaction('packs', 'readwrite').objectStore('packs');
    const index = await answer<{ folding: number } | undefined>(store.get('own'));
    if (index && version !== null) await answer(store.put({ ...index, folding: version }, 'own'));
    database.close();
    return index?.folding;
  }, put);

test('names of many own notes are found, also while an index of an older version is rebuilt', async () => {
  const library = await openLibraryPage(browser);
  const notes = Object.entries(manyNotes(60)).map(([name, content]) => ({ name, content: String(content) }));
  await library.addFiles(notes);
  expect(await library.end()).toMatch(/^Done/);
  const page = await browser.open('https://www.youtube.com/watch?v=noNoteHere1');
  const popup = await browser.openPopup(page);
  await expect(popup.getByRole('combobox')).toBeFocused();
  await popup.keyboard.type('anneling');
  await expect(popup.getByRole('option').first()).toContainText('annealing', { ignoreCase: true });
  // Sixty notes explain it alike: one line with the definition, and a way to the other notes.
  await expect(popup.getByRole('option')).toHaveCount(1);
  await expect(popup.getByRole('option')).toContainText('cooling a metal slowly');
  await expect(popup.getByRole('option')).toContainText('in 50+ notes');
  await popup.keyboard.press('Enter');
  await popup.locator('[aria-labelledby="entry-others"] button').first().click();
  await expect(popup.locator('cite')).not.toHaveText('');
  expect(await violations(popup)).toEqual([]);
  await popup.keyboard.press('Escape');
  const current = await folding(popup);
  expect(current).toBeGreaterThan(0);

  await folding(popup, 0);
  await popup.close();
  const later = await browser.openPopup(page);
  await expect(later.getByRole('combobox')).toBeFocused();
  await later.keyboard.type('anneal');
  await expect(later.getByRole('option').first()).toContainText('annealing', { ignoreCase: true });
  await expect.poll(() => folding(later)).toBe(current);
});
