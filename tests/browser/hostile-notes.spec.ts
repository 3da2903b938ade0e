import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { madeUpVideo, openLibraryPage } from './library-world.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
/** Videos of the stand-in without a note. */
const PLAIN = 'noNoteHere1';
const MARKS = '\u0300'.repeat(95_000);

let browser: ChromiumWithExtension;

test.beforeAll(async () => {
  browser = await launchChromium({ extension: EXTENSION });
});
test.afterAll(() => browser.close());

const noteOf = (video: string, title: string, people: string, text: string) =>
  `---\nsource: https://www.youtube.com/watch?v=${video}\ntitle: ${title}\nlang: en\npeople:\n  - ${people}\n---\n\n### One\n\n${text}\n`;

test('notes made to stall a parser are added, shown and found without stalling anything', async () => {
  const library = await openLibraryPage(browser);
  await library.addFiles([
    { name: 'marks.md', content: noteOf(PLAIN, `Marked${MARKS}`, `Quill${MARKS}`, `A spring${MARKS} unwinds.`) },
    { name: 'words.md', content: noteOf(madeUpVideo(1), 'Words', 'q '.repeat(22_000), `${'q '.repeat(200_000)}end.`) },
    { name: 'letters.md', content: noteOf(madeUpVideo(2), 'Letters', 'q'.repeat(45_000), 'q'.repeat(900_000)) },
  ]);
  expect(await library.end()).toMatch(/^Done/);

  const page = await browser.open(`https://www.youtube.com/watch?v=${PLAIN}`);
  const panel = await browser.openPanel(page);
  await expect(panel.getByText('Marked').first()).toBeVisible();
  await panel.getByRole('searchbox').first().fill('spring');
  await expect(panel.locator('mark').first()).toHaveText(/^spring/);

  const popup = await browser.openPopup(page);
  await expect(popup.getByRole('combobox')).toBeFocused();
  await popup.keyboard.type('quill');
  await expect(popup.getByRole('option').first()).toContainText('Quill');
});
