import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FirefoxWithExtension } from '../../tests/browser/firefox/firefox.ts';
import { PATIENCE_MS, type SoakBrowser, within } from './browser.ts';
import { watchUsage } from './usage.ts';

const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

/** The expression of a backup's outcome in the options. */
const SAID = 'document.querySelector("p:has(> input[type=file]) + [role=status]").textContent.trim()';

/** Firefox with its sidebar. */
export async function soakFirefox(): Promise<SoakBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-soak-'));
  const firefox = await FirefoxWithExtension.launch(
    resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/firefox-mv3')),
  );
  const handle = async () => (await firefox.command('WebDriver:GetWindowHandle')) as string;
  await firefox.goto(`${firefox.origin}/library.html`);
  const library = await handle();
  await firefox.open(`${firefox.origin}/popup.html`);
  const popupTab = await handle();
  let options: string | null = null;
  await firefox.open(EPISODE);
  const video = await handle();
  await firefox.openSidebar();
  const usage = watchUsage(firefox.profile);

  /** Works in a background tab, so that the sidebar still follows the video's. */
  async function inTab<T>(tab: string, work: () => Promise<T>): Promise<T> {
    await firefox.command('WebDriver:SwitchToWindow', { handle: tab, focus: false });
    try {
      return await work();
    } finally {
      await firefox.command('WebDriver:SwitchToWindow', { handle: video, focus: false });
    }
  }

  /** Chooses a file in a file input, as in the browser's dialogue. */
  async function give(selector: string, name: string, content: string | Uint8Array) {
    const text = join(folder, name);
    await writeFile(text, content);
    const found = await firefox.command('WebDriver:FindElement', { using: 'css selector', value: selector });
    const [id] = Object.values(found as Readonly<Record<string, string>>);
    await firefox.command('WebDriver:ElementSendKeys', { id, text });
  }

  const until = <T>(what: string, look: () => Promise<T>) => firefox.until(what, look, PATIENCE_MS);

  const painted = () =>
    firefox.inSidebarWorld(
      'return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));',
    );

  return {
    addNote: ({ name, bytes }) =>
      inTab(library, async () => {
        await give('input[name=files]', name, bytes);
        await until('the report', () =>
          firefox.inPage<boolean>('return document.querySelector(".import-report .end") !== null;'),
        );
        await firefox.inPage('[...document.querySelectorAll(".import-report button")].at(-1).click();');
      }),
    hasNote: (id) =>
      firefox.inSidebarWorld<boolean>(
        `const [id] = arguments;
         return new Promise((resolve) => {
           const request = indexedDB.open('sleevenotes-library');
           request.onsuccess = () => {
             const found = request.result.transaction('episodes').objectStore('episodes').getKey(id);
             found.onsuccess = () => { request.result.close(); resolve(found.result !== undefined); };
           };
         });`,
        id,
      ),
    async show(id, isThere) {
      await firefox.inPage(
        `history.pushState({}, '', '/watch?v=' + arguments[0]);
         document.dispatchEvent(new CustomEvent('yt-navigate-finish'));`,
        id,
      );
      await until(`the panel with ${id}`, async () => {
        const text = await firefox.inSidebar<string>('return document.querySelector("h1")?.textContent ?? "No note";');
        return /^No note/.test(text) !== isThere;
      });
      await within('the panel', painted());
    },
    async usePanel() {
      await firefox.inSidebar(
        `[...document.querySelectorAll('button.tool')].find(({ title }) => title === 'Open all')?.click();`,
      );
      await within('the sections', painted());
      for (const text of ['annealing', '']) {
        await firefox.inSidebarWorld(typeIn('input[type=search]'), text);
        await within('the search', painted());
      }
    },
    async usePopup(isReal) {
      if (!isReal) {
        await inTab(popupTab, async () => {
          for (const text of ['', 'annealing']) await firefox.inPage(typeIn('[role=combobox]'), text);
        });
        return;
      }
      await firefox.openPopup();
      await firefox.press('a', 'n', 'n');
      await until('what was typed', () =>
        firefox.inPopup<boolean>('return document.querySelector("input").value === "ann";'),
      );
      await firefox.press('\uE00C');
    },
    async useBackground() {
      const asked = firefox.inBrowser(
        `const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
         const suggested = new Promise((done) => {
           ExtensionSearchHandler.handleSearch({ keyword: 'sn', text: 'sn annealing', inPrivateWindow: false }, done);
         });
         await suggested;
         ExtensionSearchHandler.handleInputCancelled();`,
      );
      await within('the background', asked);
    },
    async dropTranscript({ name, text }) {
      await firefox.inSidebarWorld(
        `const [name, text] = arguments;
         document.querySelector('[data-outcome] button')?.click();
         const dataTransfer = new DataTransfer();
         dataTransfer.items.add(new File([text], name));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));`,
        name,
        text,
      );
      return until('what became of it', () =>
        firefox.inSidebar<string>(
          `const line = document.querySelector('[data-outcome]');
           return line?.textContent.includes(${JSON.stringify(name)}) ? line.dataset.outcome : '';`,
        ),
      );
    },
    async reopenPanel() {
      await firefox.inSidebar('document.documentElement.dataset.left = ""; window.location.reload();');
      await until('the panel', () =>
        firefox.inSidebar<boolean>('return document.querySelector(":root:not([data-left]) [data-section]") !== null;'),
      );
    },
    async forgetTranscript() {
      await firefox.inSidebar(`[...document.querySelectorAll('[data-transcript] button')].at(-1)?.click();`);
      await until('no transcript', () =>
        firefox.inSidebar<boolean>('return document.querySelector("[data-transcript]") === null;'),
      );
    },
    async reset() {
      if (!options) {
        await firefox.open(`${firefox.origin}/options.html`);
        options = await handle();
        await firefox.command('WebDriver:SwitchToWindow', { handle: video });
      }
      await inTab(options, async () => {
        await firefox.inPage(
          `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Reset everything').click();`,
        );
        await until('the reset', () => firefox.inPage<boolean>(`return ${SAID}.includes('first day');`));
      });
    },
    restore: ({ name, text }) =>
      inTab(options ?? '', async () => {
        await give('input[type=file]', name, text);
        return until('what became of it', () =>
          firefox.inPage<string>(`const said = ${SAID}; return said.includes('first day') ? '' : said;`),
        );
      }),
    usage,
    async close() {
      usage.stop();
      await firefox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The body of a function that types its argument in a field, if there is one, and waits for the effects. */
const typeIn = (selector: string) => `
  const field = document.querySelector(${JSON.stringify(selector)});
  if (field) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, arguments[0]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return new Promise((done) => setTimeout(done, 20));`;
