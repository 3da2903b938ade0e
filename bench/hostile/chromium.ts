import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { openLibraryPage } from '../../tests/browser/library-world.ts';
import { PATIENCE_MS, type SoakBrowser, within } from './browser.ts';
import { watchUsage } from './usage.ts';

const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

export async function soakChromium(): Promise<SoakBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-soak-'));
  const browser = await launchChromium({
    profile,
    extension: resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3')),
  });
  browser.context.setDefaultTimeout(PATIENCE_MS);
  const library = await openLibraryPage(browser);
  const options = await browser.open(`${browser.origin}/options.html`);
  const popupTab = await browser.open(`${browser.origin}/popup.html`);
  const page = await browser.open(EPISODE);
  const panel = await browser.openPanel(page);
  await panel.locator('[data-section]').first().waitFor();

  const usage = watchUsage(profile);

  return {
    async addNotes(notes) {
      const { page: tab } = library;
      await tab
        .locator('input[name=files]')
        .setInputFiles(notes.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
      await tab.waitForFunction(inText, ['.import-report .end', ''], { polling: 20 });
      // The last of its buttons closes the report.
      await tab.evaluate(() => [...document.querySelectorAll<HTMLElement>('.import-report button')].at(-1)?.click());
      await tab.waitForFunction(() => !document.querySelector('.import-report'), null, { polling: 20 });
    },
    hasNote: (video) => library.page.evaluate(hasNote, video),
    async show(video, isThere) {
      await page.evaluate((id) => {
        history.pushState({}, '', `/watch?v=${id}`);
        document.dispatchEvent(new CustomEvent('yt-navigate-finish'));
      }, video);
      await panel.waitForFunction(
        (noted) => /^No note/.test(document.querySelector('h1')?.textContent ?? 'No note') !== noted,
        isThere,
        { polling: 20 },
      );
      await within('the panel', painted(panel));
    },
    async usePanel() {
      await panel.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('button.tool')].find(
          ({ title }) => title === 'Open all',
        );
        all?.click();
      });
      await within('the sections', painted(panel));
      const search = panel.locator('input[type=search]').first();
      if ((await search.count()) === 0) return;
      await search.fill('annealing');
      await within('the search', painted(panel));
      await search.fill('');
      await within('the search', painted(panel));
    },
    async usePopup(isReal) {
      const popup = isReal ? await browser.openPopup(page) : popupTab;
      await popup.locator('[role=combobox]').fill('');
      await popup.locator('[role=combobox]').fill('annealing');
      // Typing starts searches; they are over when a later task has run.
      await within(
        'the popup',
        popup.evaluate(() => new Promise((done) => setTimeout(done, 20))),
      );
      if (isReal) await popup.close();
    },
    async useBackground() {
      const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
      const asked = worker.evaluate(
        () =>
          new Promise<void>((done) => {
            const { chrome } = globalThis as unknown as {
              chrome: { omnibox: Record<string, { dispatch(...args: unknown[]): void }> };
            };
            chrome.omnibox.onInputStarted?.dispatch();
            chrome.omnibox.onInputChanged?.dispatch('annealing', () => done());
          }),
      );
      await within('the background', asked);
    },
    async dropTranscript({ name, text }) {
      await panel.evaluate(
        (file) => {
          document.querySelector<HTMLElement>('[data-outcome] button')?.click();
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([file.text], file.name));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        { name, text },
      );
      const said = await panel.waitForFunction(
        (file) => {
          const line = document.querySelector<HTMLElement>('[data-outcome]');
          return line?.textContent?.includes(file) ? line.dataset.outcome : null;
        },
        name,
        { polling: 20 },
      );
      await within('the panel', painted(panel));
      return String(await said.jsonValue());
    },
    async reopenPanel() {
      await panel.reload();
      await panel.locator('[data-section]').first().waitFor();
      await within('the panel', painted(panel));
    },
    async forgetTranscript() {
      await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-transcript] button')].at(-1)?.click(),
      );
      await panel.waitForFunction(() => !document.querySelector('[data-transcript]'), null, { polling: 20 });
    },
    async openOptions() {
      await options.reload();
    },
    async restore({ name, text }) {
      const said = 'p:has(> input[type=file]) + [role=status]';
      await options
        .locator('input[type=file]')
        .setInputFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
      await options.waitForFunction(inText, [said, ''], { polling: 20 });
      return options.evaluate((at) => document.querySelector(at)?.textContent ?? '', said);
    },
    usage,
    async close() {
      usage.stop();
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Waits for two frames, so that effects of the first one are over. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

function hasNote(video: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sleevenotes-library');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const found = database.transaction('episodes').objectStore('episodes').getKey(video);
      found.onerror = () => reject(found.error);
      found.onsuccess = () => {
        database.close();
        resolve(found.result !== undefined);
      };
    };
  });
}

function inText([selector, text]: string[]): boolean {
  return [...document.querySelectorAll(selector ?? '')].some(
    (each) => each.textContent?.trim() && each.textContent.includes(text ?? ''),
  );
}
