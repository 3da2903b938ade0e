import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FirefoxWithExtension } from '../../tests/browser/firefox/firefox.ts';
import type { SoakBrowser } from './browser.ts';

const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

/** Firefox with its sidebar. Its memory is not watched, and no test can ask for suggestions as its address bar does. */
export async function soakFirefox(): Promise<SoakBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-soak-'));
  const firefox = await FirefoxWithExtension.launch(
    resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/firefox-mv3')),
  );
  const handle = async () => (await firefox.command('WebDriver:GetWindowHandle')) as string;
  await firefox.goto(`${firefox.origin}/library.html`);
  const library = await handle();
  await firefox.open(`${firefox.origin}/options.html`);
  const options = await handle();
  await firefox.open(EPISODE);
  const video = await handle();
  await firefox.openSidebar();

  async function inTab<T>(tab: string, work: () => Promise<T>): Promise<T> {
    await firefox.command('WebDriver:SwitchToWindow', { handle: tab });
    try {
      return await work();
    } finally {
      await firefox.command('WebDriver:SwitchToWindow', { handle: video });
    }
  }

  /** Chooses files in a field, as from the browser's own dialogue. */
  async function give(
    selector: string,
    files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  ) {
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(files.map(({ content }, at) => writeFile(paths[at] ?? '', content)));
    const found = await firefox.command('WebDriver:FindElement', { using: 'css selector', value: selector });
    const [id] = Object.values(found as Readonly<Record<string, string>>);
    await firefox.command('WebDriver:ElementSendKeys', { id, text: paths.join('\n') });
  }

  const painted = () =>
    firefox.inSidebarWorld(
      'return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));',
    );

  return {
    addNotes: (notes) =>
      inTab(library, async () => {
        await give(
          'input[name=files]',
          notes.map(({ name, bytes }) => ({ name, content: bytes })),
        );
        await firefox.until('the report', () =>
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
      await firefox.until(`the panel with ${id}`, async () => {
        const text = await firefox.inSidebar<string>('return document.querySelector("h1")?.textContent ?? "No note";');
        return /^No note/.test(text) !== isThere;
      });
      await painted();
    },
    async usePanel() {
      await firefox.inSidebar(
        `[...document.querySelectorAll('button.tool')].find(({ title }) => title === 'Open all')?.click();`,
      );
      await painted();
    },
    async usePopup(isReal) {
      if (!isReal) return;
      await firefox.openPopup();
      await firefox.press('a', 'n', 'n');
      await firefox.until('what was typed', () =>
        firefox.inPopup<boolean>('return document.querySelector("input").value === "ann";'),
      );
      await firefox.press('\uE00C');
    },
    async useBackground() {},
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
      return firefox.until('what became of it', () =>
        firefox.inSidebar<string>(
          `const line = document.querySelector('[data-outcome]');
           return line?.textContent.includes(${JSON.stringify(name)}) ? line.dataset.outcome : '';`,
        ),
      );
    },
    async reopenPanel() {
      await firefox.inSidebar('window.location.reload();');
      await firefox.until('the panel', () =>
        firefox.inSidebar<boolean>('return document.querySelector("[data-section]") !== null;'),
      );
    },
    async forgetTranscript() {
      await firefox.inSidebar(`[...document.querySelectorAll('[data-transcript] button')].at(-1)?.click();`);
      await firefox.until('no transcript', () =>
        firefox.inSidebar<boolean>('return document.querySelector("[data-transcript]") === null;'),
      );
    },
    openOptions: () => inTab(options, () => firefox.goto(`${firefox.origin}/options.html`)),
    restore: ({ name, text }) =>
      inTab(options, async () => {
        await give('input[type=file]', [{ name, content: text }]);
        return firefox.until('what became of it', () =>
          firefox.inPage<string>(
            'return document.querySelector("p:has(> input[type=file]) + [role=status]").textContent.trim();',
          ),
        );
      }),
    usage: null,
    async close() {
      await firefox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
