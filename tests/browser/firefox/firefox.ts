import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProxy } from '../../stand-in/proxy.ts';
import { Marionette } from './marionette.ts';

export const EXTENSION_ID = '{cbaa52a6-2568-5bd9-9f1c-484d1a55f28d}';
/** Fixed, so that the extension's own pages have a known address. */
const UUID = '5c1ee7e5-0000-4000-8000-000000000001';

const preferences = (proxyPort: number): Record<string, string | number | boolean> => ({
  'marionette.port': 0,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'security.cert_pinning.enforcement_level': 0,
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
  // Chinese notes beside an English interface, to distinguish the two.
  'intl.accept_languages': 'zh-CN, en',
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'media.autoplay.default': 0,
  'ui.systemUsesDarkTheme': 0,
});

/** Firefox with the extension. It reaches only the stand-in site. */
export class FirefoxWithExtension {
  readonly origin = `moz-extension://${UUID}`;
  readonly #marionette: Marionette;
  readonly #end: () => Promise<void>;
  /** Folder of its profile, which is deleted in the end. */
  readonly profile: string;

  private constructor(marionette: Marionette, profile: string, end: () => Promise<void>) {
    this.#marionette = marionette;
    this.profile = profile;
    this.#end = end;
  }

  static async launch(extension: string): Promise<FirefoxWithExtension> {
    const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-firefox-'));
    const proxy = await startProxy(profile);
    const lines = Object.entries(preferences(proxy.port)).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    const browser = spawn(
      process.env.SLEEVENOTES_FIREFOX ?? 'firefox-esr',
      [
        '--headless',
        '--marionette',
        '--remote-allow-system-access',
        '--profile',
        profile,
        '--no-remote',
        '--width',
        '1400',
        '--height',
        '900',
      ],
      { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS_WIDTH: '1400', MOZ_HEADLESS_HEIGHT: '900' } },
    );
    const end = async () => {
      proxy.close();
      await stopped(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      const marionette = await Marionette.connect(await portIn(join(profile, 'MarionetteActivePort')));
      await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
      await marionette.send('Addon:Install', { path: extension, temporary: true });
      return new FirefoxWithExtension(marionette, profile, end);
    } catch (error) {
      await end();
      throw error;
    }
  }

  /** Loads an address in the current tab. */
  async goto(url: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url });
  }

  /** Opens a new tab and goes there. */
  async open(url: string): Promise<void> {
    const { handle } = (await this.#marionette.send('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle });
    await this.goto(url);
  }

  /** Runs the body of a function in the page of the current tab. */
  async inPage<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    return (await this.#marionette.send('WebDriver:ExecuteScript', { script, args, sandbox: null })) as T;
  }

  /** Runs the body of an async function in Firefox's own window, which contains its interface. */
  async inBrowser<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    const body = `const done = arguments[arguments.length - 1];
      (async (...args) => { ${script} })(...[...arguments].slice(0, -1)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.#marionette
      .send('WebDriver:ExecuteAsyncScript', { script: body, args })
      .finally(() => this.#marionette.send('Marionette:SetContext', { value: 'content' }))) as {
      value?: T;
      error?: string;
    };
    if (answer.error) throw new Error(answer.error);
    return answer.value as T;
  }

  /** Opens the real sidebar, as by its entry in Firefox's menu. */
  async openSidebar(): Promise<void> {
    await this.inBrowser(`await window.SidebarController.show(${JSON.stringify(SIDEBAR)});`);
    await this.until('the sidebar shows our page', () =>
      this.inSidebar<boolean>('return document.readyState === "complete"'),
    );
  }

  /** Runs the body of a function in the sidebar's document, which is in another process. */
  async inSidebar<T>(script: string): Promise<T> {
    return this.#inFrame<T>(
      "document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser')",
      script,
    );
  }

  /** Opens the real popup of the toolbar button, as by its keyboard shortcut. */
  async openPopup(): Promise<void> {
    await this.inBrowser(
      `const { extension } = WebExtensionPolicy.getByID(args[0]);
       const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, true);`,
      EXTENSION_ID,
    );
    // Firefox loads the page in the background and then moves it into the popup, which drops pending queries.
    await this.until('the popup is open', () =>
      this.inBrowser<boolean>(
        'return document.querySelector(".webextension-popup-browser")?.closest("panel")?.state === "open";',
      ),
    );
    await this.until('the popup shows our page', () =>
      this.inPopup<boolean>('return document.readyState === "complete" && document.activeElement.tagName === "INPUT"'),
    );
    // Without a screen, Firefox leaves the focus in its window.
    await this.inBrowser('document.querySelector(".webextension-popup-browser").focus();');
  }

  /** Runs the body of a function in the popup's document. */
  async inPopup<T>(script: string): Promise<T> {
    return this.#inFrame<T>("document.querySelector('.webextension-popup-browser')", script);
  }

  /** Presses keys, one after the other, in the element that has the focus: in the page, the popup or Firefox itself. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    await this.#marionette.send('Marionette:SetContext', { value: 'content' });
  }

  /** Clicks an element of the page as the viewer does: a script's own click is not trusted. */
  async click(selector: string): Promise<void> {
    const found = await this.#marionette.send('WebDriver:FindElement', { using: 'css selector', value: selector });
    const [id] = Object.values(found as Readonly<Record<string, string>>);
    await this.#marionette.send('WebDriver:ElementClick', { id });
  }

  /** Runs the body of a function in the sidebar's own world, where it can be asynchronous and has the page's globals. */
  async inSidebarWorld<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    return this.inBrowser<T>(
      `const [body, given] = args;
       const frame = document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser');
       const actor = frame.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
       return actor.executeScript(body, given, { sandboxName: null, timeout: 20000 });`,
      script,
      args,
    );
  }

  /** Any other command of the protocol. */
  async command(name: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return this.#marionette.send(name, parameters);
  }

  async #inFrame<T>(frame: string, script: string): Promise<T> {
    return this.inBrowser<T>(
      `const frame = window.${frame};
       const [script] = args;
       const name = 'sleevenotes:' + Math.random();
       const source = '(() => { let answer; try { const document = content.document; const window = content; answer = { value: ((document, window) => {' + script + '})(document, window) }; } catch (error) { answer = { error: String(error) }; } sendAsyncMessage(' + JSON.stringify(name) + ', answer); })();';
       return new Promise((resolve, reject) => {
         // A frame that is being moved or replaced never answers; callers that poll retry.
         window.setTimeout(() => reject(new Error('The frame did not answer')), 5000);
         frame.messageManager.addMessageListener(name, function heard({ data }) {
           frame.messageManager.removeMessageListener(name, heard);
           data.error ? reject(new Error(data.error)) : resolve(data.value);
         });
         frame.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(source), false);
       });`,
      script,
    );
  }

  /** Polls `look` until it returns something truthy; the error after the timeout names `what`. */
  async until<T>(what: string, look: () => Promise<T>, withinMs = 30_000): Promise<NonNullable<T>> {
    let last: unknown;
    for (const end = Date.now() + withinMs; Date.now() < end; ) {
      try {
        const seen = await look();
        if (seen) return seen;
      } catch (error) {
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Not seen within ${withinMs / 1000} s: ${what}${last ? ` (${last})` : ''}`);
  }

  /** A screenshot of the whole window, including the sidebar. */
  async screenshot(path: string): Promise<void> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    const picture = (await this.#marionette.send('WebDriver:TakeScreenshot', { full: false })) as string;
    await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    await writeFile(path, Buffer.from(picture, 'base64'));
  }

  async close(): Promise<void> {
    await this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    this.#marionette.close();
    await this.#end();
  }
}

/** Firefox's id of the extension's sidebar. */
const SIDEBAR = `${EXTENSION_ID.replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`;

async function portIn(file: string): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const port = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0;
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox did not start within a minute');
}

/** Waits for the process to end, and kills it after a while. */
async function stopped(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const impatient = setTimeout(() => browser.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(impatient);
}

/** Firefox with the built extension, its sidebar open beside the first bundled episode. */
export async function besideTheEpisode(): Promise<FirefoxWithExtension> {
  const firefox = await FirefoxWithExtension.launch(
    fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url)),
  );
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.openSidebar();
  await firefox.until('the note', () =>
    firefox.inSidebar('return document.querySelectorAll("[data-section]").length === 32;'),
  );
  return firefox;
}
