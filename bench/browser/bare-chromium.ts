/**
 * Chromium with the extension as a viewer has it. Unlike Playwright, nothing intercepts requests or pauses a new page, so that
 * the opening of panel and popup can be measured undisturbed. A page is inspected only afterwards, by the browser's performance
 * entries.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { QUIET } from '../../tests/browser/chromium.ts';
import { startProxy } from '../../tests/stand-in/proxy.ts';

/** Paint times of a page of the extension, in milliseconds from its time origin; `null` for what had not been painted yet. */
export interface Shown {
  readonly firstPaint: number | null;
  /** The first text. */
  readonly firstContentfulPaint: number | null;
  /** The first option (`[role=option]`), if large enough for the browser to report its paint. */
  readonly firstResult: number | null;
  /** Whether it is a panel with a note, rather than one that says there is none. */
  readonly hasNote: boolean;
}

export interface BareChromium {
  /** Adds notes on the library page. */
  addNotes(...notes: readonly string[]): Promise<void>;
  /** Subscribes on the library page to the catalog at an address. */
  addCatalog(address: string): Promise<void>;
  /** Opens a video in a new tab and waits for the notes button. */
  openVideo(url: string): Promise<{ readonly openPanel: () => Promise<void>; readonly close: () => Promise<void> }>;
  openPopup(): Promise<void>;
  /** Waits `milliseconds`, then reads the paint times of the page at this path and closes it. */
  shown(path: string, milliseconds: number): Promise<Shown>;
  close(): Promise<void>;
}

export async function launchBareChromium(extension: string): Promise<BareChromium> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-bare-'));
  const proxy = await startProxy(folder);
  const browser = spawn(
    process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium',
    [
      `--user-data-dir=${join(folder, 'profile')}`,
      '--headless=new',
      '--remote-debugging-port=0',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--proxy-server=127.0.0.1:${proxy.port}`,
      '--ignore-certificate-errors',
      '--lang=en-US',
      ...QUIET,
      'about:blank',
    ],
    { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  const devtools = await connect(browser, join(folder, 'profile', 'DevToolsActivePort'));
  const worker = await devtools.target((url, type) => type === 'service_worker' && url.startsWith('chrome-extension:'));
  const origin = worker.url.slice(0, worker.url.lastIndexOf('/'));
  const inWorker = await devtools.attach(worker.id);
  // It may be attached before it has started.
  await inWorker.until('globalThis.chrome?.storage !== undefined');
  // The same edition whatever the browser's language.
  await inWorker.evaluate(
    `chrome.storage.sync.set({ settings: { version: 1, languages: ['zh-Hans', 'en', 'en-US'] } })`,
  );

  async function open(url: string) {
    const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url });
    return { page: await devtools.attach(targetId), close: () => devtools.send('Target.closeTarget', { targetId }) };
  }

  return {
    async addNotes(...notes) {
      const files = notes.map((_, at) => join(folder, `${at}.md`));
      await Promise.all(notes.map((note, at) => writeFile(files[at] ?? '', note)));
      const { page, close } = await open(`${origin}/library.html`);
      await page.until('document.querySelector("input[name=files]") !== null');
      const { result } = await page.send<{ result: { objectId: string } }>('Runtime.evaluate', {
        expression: 'document.querySelector("input[name=files]")',
      });
      await page.send('DOM.setFileInputFiles', { files, objectId: result.objectId });
      await page.until('document.querySelector(".import-report .end") !== null');
      await close();
    },
    async addCatalog(address) {
      const { page, close } = await open(`${origin}/library.html`);
      await page.until('document.querySelector(".catalog-address input") !== null');
      await page.evaluate('document.querySelector(".catalog-address input").focus()');
      await page.send('Input.insertText', { text: address });
      for (const [button, then] of [
        ['.catalog-address button', '.catalog-preview .primary'],
        ['.catalog-preview .primary', '[data-catalog]'],
      ]) {
        await page.evaluate(`document.querySelector("${button}").click()`);
        await page.until(`document.querySelector("${then}") !== null`);
      }
      await close();
    },
    async openVideo(url) {
      const { page, close } = await open(url);
      const button = '[data-sleevenotes=button] button';
      await page.until(`document.querySelector("${button}") !== null`);
      return {
        async openPanel() {
          const at = await page.evaluate<{ x: number; y: number }>(
            `(() => { const { x, y, width, height } = document.querySelector("${button}").getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 }; })()`,
          );
          for (const type of ['mousePressed', 'mouseReleased']) {
            await page.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
          }
        },
        async close() {
          await close();
        },
      };
    },
    async openPopup() {
      await inWorker.evaluate('chrome.action.openPopup()');
    },
    async shown(path, milliseconds) {
      await sleep(milliseconds);
      const target = await devtools.target((url) => url.startsWith(origin + path));
      const page = await devtools.attach(target.id);
      const shown = await page.evaluate<Shown>(`new Promise((resolve) => {
        const paint = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
        const answer = (firstResult) => resolve({
          firstPaint: paint('first-paint'), firstContentfulPaint: paint('first-contentful-paint'), firstResult,
          hasNote: document.querySelector('.tabs [role=tab]') !== null,
        });
        new PerformanceObserver((list) => {
          const option = list.getEntries().find(({ element }) => element?.closest('[role=option]'));
          answer(option?.startTime ?? null);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => answer(null), 500);
      })`);
      await devtools.send('Target.closeTarget', { targetId: target.id });
      // Until it is gone it follows the window's tabs, and would begin with the next video.
      await devtools.gone(target.id);
      return shown;
    },
    async close() {
      await devtools.send('Browser.close').catch(() => {});
      if (browser.exitCode === null) await new Promise((gone) => browser.once('exit', gone));
      proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page of the browser, driven by the DevTools protocol. */
interface Page {
  send<T>(method: string, parameters?: object): Promise<T>;
  /** The value of an expression, awaited. */
  evaluate<T>(expression: string): Promise<T>;
  until(expression: string): Promise<void>;
}

const PATIENCE_MS = 30_000;

async function connect(browser: ChildProcess, portFile: string) {
  for (
    const end = Date.now() + PATIENCE_MS;
    !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n');
  ) {
    if (Date.now() > end || browser.exitCode !== null) throw new Error('Chromium did not start.');
    await sleep(50);
  }
  const [port, path] = readFileSync(portFile, 'utf8').trim().split('\n');
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let calls = 0;
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (reason: Error) => void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as {
      id?: number;
      result?: never;
      error?: { message: string };
    };
    const call = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result as never);
  });

  // A browser that ends answers nothing more.
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has closed the connection.'));
    waiting.clear();
  });

  function send<T>(method: string, parameters: object = {}, sessionId?: string): Promise<T> {
    const id = ++calls;
    socket.send(JSON.stringify({ id, method, params: parameters, sessionId }));
    return new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  async function attach(targetId: string): Promise<Page> {
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    async function evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await send<{ result: { value: T }; exceptionDetails?: { text: string } }>(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        sessionId,
      );
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    }
    return {
      send: (method, parameters) => send(method, parameters, sessionId),
      evaluate,
      async until(expression) {
        for (const end = Date.now() + PATIENCE_MS; !(await evaluate<boolean>(expression)); await sleep(50)) {
          if (Date.now() > end) throw new Error(`Never became true: ${expression}`);
        }
      },
    };
  }

  async function targets() {
    const { targetInfos } = await send<{
      readonly targetInfos: readonly { readonly targetId: string; readonly type: string; readonly url: string }[];
    }>('Target.getTargets', { filter: [{}] });
    return targetInfos;
  }

  async function gone(id: string): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50))
      if (!(await targets()).some(({ targetId }) => targetId === id)) return;
    throw new Error('The page stays open.');
  }

  async function target(
    is: (url: string, type: string) => boolean,
  ): Promise<{ readonly id: string; readonly url: string }> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
      const found = (await targets()).find(({ url, type }) => is(url, type));
      if (found) return { id: found.targetId, url: found.url };
    }
    throw new Error('The browser shows no such page.');
  }

  return { send: <T>(method: string, parameters?: object) => send<T>(method, parameters), attach, target, gone };
}
