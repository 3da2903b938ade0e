import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, expect, NO_NOTE, test as withBrowser } from './fixtures.ts';
import { madeUpNote, openLibraryPage } from './library-world.ts';
import { privatePage } from './private-window.ts';
import { extensionProcesses } from './processes.ts';

/** In pages of the extension. */
declare const chrome: {
  readonly windows: {
    getCurrent(): Promise<{ readonly incognito: boolean }>;
  };
  readonly storage: Readonly<Record<'local' | 'sync', { get(name: null): Promise<object> }>>;
};

/** On the stand-in's page. */
declare const standIn: { ad(on: boolean): void };

const VIDEO = new URL(NO_NOTE).searchParams.get('v') ?? '';
const noteOf = (title: string) => ({ name: 'note.md', content: madeUpNote(VIDEO, title) });
const test = withBrowser;

test('the browser clears the extension’s data under an open panel: the note stays visible, and notes can be added again', async ({
  browserWithExtension: browser,
}) => {
  const library = await openLibraryPage(browser);
  await library.addFiles([noteOf('A clock that ran slow')]);
  expect(await library.end()).toMatch(/^Done/);
  const page = await browser.open(NO_NOTE);
  const panel = await browser.openPanel(page);
  const heading = panel.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('A clock that ran slow');

  const devtools = await browser.context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: browser.origin, storageTypes: 'all' });
  await expect(heading).toHaveText('A clock that ran slow');
  await page.goto(EPISODE);
  await expect(panel.locator('[data-section="cat-neuron"]')).toBeVisible();
  await page.goto(NO_NOTE);
  await expect(heading).toHaveText('No note for this video');
  await expect(page.locator('[data-sleevenotes="button"]')).toHaveCount(0);

  // The library page was open, too; notes it adds appear at once.
  await library.addFiles([noteOf('The clock again')]);
  await expect(heading).toHaveText('The clock again');
});

test('a note that hangs the panel is skipped by the next panel, which says so', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-hang-'));
  let browser = await launchChromium({ extension: EXTENSION, profile });
  try {
    const library = await openLibraryPage(browser);
    await library.addFiles([noteOf('Hangs the panel')]);
    expect(await library.end()).toMatch(/^Done/);
    await library.page.close();
    // No real note is known to hang the panel, so this script simulates one.
    await browser.context.addInitScript(() => {
      if (location.pathname !== '/sidepanel.html') return;
      new MutationObserver(() => {
        while (document.querySelector('h1')?.textContent === 'Hangs the panel') {}
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    const hung = await browser.openPanel(await browser.open(NO_NOTE));
    const answers = () =>
      Promise.race([hung.evaluate(() => true), new Promise((done) => setTimeout(done, 500, false))]);
    await expect.poll(answers).toBe(false);
    // As by the browser's "This page isn't responding" dialogue; without its process the extension is gone until the next start.
    for (const id of extensionProcesses(profile)) process.kill(id, 'SIGKILL');
    await browser.close();

    browser = await launchChromium({ extension: EXTENSION, profile });
    const panel = await browser.openPanel(await browser.open(NO_NOTE));
    await expect(panel.getByRole('alert')).toContainText('did not finish with your own notes');
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Hangs the panel');
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('in a private window everything works and nothing is kept', async () => {
  const browser = await launchChromium({ extension: EXTENSION });
  try {
    const page = await privatePage(browser);
    const before = await kept(browser);
    // Another length than the note's, so that the times can be made exact.
    await page.goto(`${EPISODE}&length=7900`);
    const panel = await browser.openPanel(page);
    await panel.getByRole('button', { name: 'Make the times exact' }).click();
    await expect(panel.locator('.basis').first()).toHaveText(/^Times from the transcript/);
    const section = panel.locator('[data-section="cat-neuron"]');
    await section.getByRole('button').first().click();
    await panel.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning.\n'], 'mine.vtt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect(panel.locator('[data-transcript]')).toContainText('mine.vtt');
    await panel.close();

    const popup = await browser.openPopup(page);
    expect((await popup.evaluate(() => chrome.windows.getCurrent())).incognito).toBe(true);
    await popup.getByRole('combobox').fill('moores');
    await expect(popup.getByRole('option').first()).toContainText(/Moore/);
    await popup.getByRole('combobox').press('Enter');
    await expect(popup.getByRole('heading', { level: 1 })).toContainText(/Moore|摩尔/);
    await popup.close();

    // With the panel closed, during an ad: the mark is made when the video goes on, where it had stopped, and only in memory.
    await page.evaluate(() => {
      const video = document.querySelector('video') as HTMLVideoElement;
      video.currentTime = 759;
      standIn.ad(true);
    });
    const said = page.locator('[data-sleevenotes=button] [role=status]');
    await page.keyboard.press('x');
    await expect(said).toHaveText(/An ad is playing/);
    await page.evaluate(() => standIn.ad(false));
    await expect(said).toHaveText('Marked 12:34 until this window closes');
    const again = await browser.openPanel(page);
    await expect(again.getByRole('button', { name: /^12:34/ })).toBeVisible();
    await again.close();
    expect(await kept(browser)).toEqual(before);
  } finally {
    await browser.close();
  }
});

/** Everything that outlives the window: the extension's storage and databases. */
async function kept(browser: ChromiumWithExtension) {
  const options = await browser.open(`${browser.origin}/options.html`);
  await options.waitForLoadState();
  const all = await options.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // An empty database does not count: any page of the extension may create it.
    const records: [string, number][] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const count = await answer(database.transaction(store).objectStore(store).count());
        if (count > 0) records.push([`${name} ${store}`, count]);
      }
      database.close();
    }
    return [await chrome.storage.local.get(null), await chrome.storage.sync.get(null), { ...localStorage }, records];
  });
  await options.close();
  return all;
}
