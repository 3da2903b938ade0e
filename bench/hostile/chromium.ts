import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { openLibraryPage } from '../../tests/browser/library-world.ts';
import { PATIENCE_MS, type SoakBrowser, within } from './browser.ts';
import { watchUsage } from './usage.ts';

const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

/** The selector of a backup's outcome in the options. */
const SAID = 'p:has(> input[type=file]) + [role=status]';

export async function soakChromium(): Promise<SoakBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-soak-'));
  const browser = await launchChromium({
    profile,
    extension: resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3')),
  });
  browser.context.setDefaultTimeout(PATIENCE_MS);
  const library = await openLibraryPage(browser);
  let options: Page | null = null;
  const popupTab = await browser.open(`${browser.origin}/popup.html`);
  const page = await browser.open(EPISODE);
  const panel = await browser.openPanel(page);
  await panel.locator('[data-section]').first().waitFor();

  const usage = watchUsage(profile);

  /** One call for everything in a page, because calls are slow on a busy machine. */
  const inPanel = <Argument>(what: string, work: (argument: Argument) => Promise<unknown>, argument: Argument) =>
    within(what, (panel.evaluate as (work: unknown, argument: unknown) => Promise<unknown>)(work, argument));
  for (const each of [library.page, page, panel, popupTab]) await each.evaluate(offerHelp);

  return {
    async addNote({ name, bytes }) {
      await library.page
        .locator('input[name=files]')
        .setInputFiles([{ name, mimeType: '', buffer: Buffer.from(bytes) }]);
      const imported = library.page.evaluate(async () => {
        await soak.until(() => document.querySelector('.import-report .end')?.textContent?.trim());
        // The report's last button closes it.
        [...document.querySelectorAll<HTMLElement>('.import-report button')].at(-1)?.click();
        await soak.until(() => !document.querySelector('.import-report'));
      });
      await within('the report', imported);
    },
    hasNote: (video) => library.page.evaluate(hasNote, video),
    async show(video, isThere) {
      await page.evaluate((id) => {
        history.pushState({}, '', `/watch?v=${id}`);
        document.dispatchEvent(new CustomEvent('yt-navigate-finish'));
      }, video);
      const shown = async (noted: boolean) => {
        await soak.until(() => /^No note/.test(document.querySelector('h1')?.textContent ?? 'No note') !== noted);
        await soak.painted();
      };
      await inPanel('the panel', shown, isThere);
    },
    async usePanel() {
      const used = async () => {
        const tools = [...document.querySelectorAll<HTMLElement>('button.tool')];
        tools.find(({ title }) => title === 'Open all')?.click();
        await soak.painted();
        for (const text of ['annealing', '']) {
          soak.type('input[type=search]', text);
          await soak.painted();
        }
      };
      await inPanel('the sections and the search', used, null);
    },
    async usePopup(isReal) {
      const typed = async () => {
        for (const text of ['', 'annealing']) soak.type('[role=combobox]', text);
        // Typing starts searches; they are over when a later task has run.
        await new Promise((done) => setTimeout(done, 20));
      };
      if (!isReal) {
        await within('the popup', popupTab.evaluate(typed));
        return;
      }
      const popup = await browser.openPopup(page);
      await popup.locator('[role=combobox]').waitFor();
      await popup.evaluate(offerHelp);
      await within('the popup', popup.evaluate(typed));
      await popup.close();
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
    async dropTranscript(file) {
      const dropped = async ({ name, text }: { readonly name: string; readonly text: string }) => {
        document.querySelector<HTMLElement>('[data-outcome] button')?.click();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        const line = () => document.querySelector<HTMLElement>('[data-outcome]');
        await soak.until(() => line()?.textContent?.includes(name));
        await soak.painted();
        return line()?.dataset.outcome;
      };
      return String(await inPanel('what became of the file', dropped, file));
    },
    async reopenPanel() {
      await panel.reload();
      await panel.locator('[data-section]').first().waitFor();
      await panel.evaluate(offerHelp);
      await inPanel('the panel', () => soak.painted(), null);
    },
    async forgetTranscript() {
      const forgotten = async () => {
        [...document.querySelectorAll<HTMLElement>('[data-transcript] button')].at(-1)?.click();
        await soak.until(() => !document.querySelector('[data-transcript]'));
      };
      await inPanel('no transcript', forgotten, null);
    },
    async reset() {
      if (!options) {
        options = await browser.open(`${browser.origin}/options.html`);
        await options.evaluate(offerHelp);
        await page.bringToFront();
      }
      const isReset = async (said: string) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('button')];
        buttons.find(({ textContent }) => textContent === 'Reset everything')?.click();
        await soak.until(() => document.querySelector(said)?.textContent?.includes('first day'));
      };
      await within('the reset', options.evaluate(isReset, SAID));
    },
    async restore({ name, text }) {
      if (!options) throw new Error('The options are not open.');
      await options
        .locator('input[type=file]')
        .setInputFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
      const restored = async (said: string) => {
        const words = () => document.querySelector(said)?.textContent ?? '';
        await soak.until(() => words().trim() !== '' && !words().includes('first day'));
        return words();
      };
      return within('what became of the backup', options.evaluate(restored, SAID));
    },
    usage,
    async close() {
      usage.stop();
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Functions that the soak calls in a page. */
declare const soak: {
  until(look: () => unknown): Promise<void>;
  painted(): Promise<void>;
  type(selector: string, text: string): void;
};

function offerHelp(): void {
  Object.assign(globalThis, {
    soak: {
      async until(look: () => unknown) {
        while (!look()) await new Promise((done) => setTimeout(done, 20));
      },
      // Two frames, so that effects of the first one are over.
      painted: () =>
        new Promise<void>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
      type(selector: string, text: string) {
        const field = document.querySelector(selector);
        if (!field) return;
        // React overrides the element's setter, so the prototype's is called.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
    } satisfies typeof soak,
  });
}

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
