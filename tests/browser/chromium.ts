import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { answerStandIn } from '../stand-in/site.ts';

// Makes the real side panel, which is not a tab, an ordinary page of the context (undocumented; Playwright is pinned).
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

/** Switches for a browser without network requests of its own that plays videos without a click. */
export const QUIET = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,900',
  '--autoplay-policy=no-user-gesture-required',
];

export interface ChromiumOptions {
  /** The built extension's folder. */
  readonly extension: string;
  readonly executablePath?: string;
  readonly headless?: boolean;
  /** The screen to show its window on, when not headless. */
  readonly display?: string;
  /** Language of the browser's interface, and so of the extension's. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** A profile to use and keep; by default a fresh one, deleted at the end. */
  readonly profile?: string;
  /** Further switches of Chromium's command line. */
  readonly switches?: readonly string[];
  /** A touch screen, like a phone's. */
  readonly touch?: boolean;
  /** Enables the back/forward cache, which Playwright otherwise disables. */
  readonly backForwardCache?: boolean;
  /**
   * The order of note languages chosen in the options, by default with Chinese first, to distinguish notes from the English
   * interface. `null` for none chosen, as for a new viewer.
   */
  readonly noteLanguages?: readonly string[] | null;
  /** Serves YouTube's addresses from the stand-in and blocks all others; on unless a person wants the real site. */
  readonly standIn?: boolean;
}

interface StorageApi {
  readonly storage: { readonly sync: { set(values: object): Promise<void> } };
}

/** Chromium with the extension. It reaches only the stand-in site and hosts on this machine. */
export interface ChromiumWithExtension {
  readonly context: BrowserContext;
  /** `chrome-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Opens an address in a new tab. */
  open(url: string): Promise<Page>;
  /** Opens the real side panel by the page's own button. */
  openPanel(page: Page): Promise<Page>;
  /** Opens the real popup of the toolbar button over the page. */
  openPopup(page: Page): Promise<Page>;
  close(): Promise<void>;
}

export async function launchChromium({
  extension,
  executablePath = process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium',
  headless = true,
  display,
  locale = 'en-US',
  colorScheme = 'light',
  standIn = true,
  switches = [],
  touch = false,
  backForwardCache = false,
  profile: kept,
  noteLanguages = ['zh-Hans', 'en'],
}: ChromiumOptions): Promise<ChromiumWithExtension> {
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'sleevenotes-chromium-')));
  const context = await chromium.launchPersistentContext(profile, {
    // Without it, Chromium loses the names of files that are not ASCII.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...(display && { DISPLAY: display }) },
    executablePath,
    headless,
    // Only a page of a given size can have touch.
    ...(touch ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : { viewport: null }),
    locale,
    colorScheme,
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${locale}`,
      ...QUIET,
      // Playwright's emulation does not reach the extension's own pages, which would have a mouse.
      ...(touch
        ? [
            '--touch-events=enabled',
            '--blink-settings=primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1',
          ]
        : []),
      ...switches,
    ],
  });
  if (standIn) {
    // Hosts on this machine are the test's own.
    await context.route(/^https?:(?!\/\/(?:127\.0\.0\.1|localhost)[:/])/, async (route) => {
      const answer = await answerStandIn(route.request().url(), await route.request().headerValue('range'));
      // Playwright does not route the target of a redirect, so a redirect becomes a page that navigates there.
      const to = answer?.headers.location;
      if (to)
        await route.fulfill({ contentType: 'text/html', body: `<meta http-equiv="refresh" content="0;url=${to}">` });
      else if (answer) await route.fulfill({ ...answer, headers: { ...answer.headers } });
      else await route.abort();
    });
  }
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  if (noteLanguages) {
    await worker.evaluate(
      (languages) =>
        (globalThis as unknown as { chrome: StorageApi }).chrome.storage.sync.set({
          settings: { version: 2, languages },
        }),
      noteLanguages,
    );
  }
  const origin = `chrome-extension://${new URL(worker.url()).host}`;

  // A new page of the extension has no address at first, so the list is polled until one has.
  async function appearing(path: string, known: ReadonlySet<Page>): Promise<Page> {
    for (const end = Date.now() + 15_000; Date.now() < end; ) {
      const found = context.pages().find((page) => page.url().startsWith(origin + path) && !known.has(page));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${path} did not open within 15 s`);
  }

  return {
    context,
    origin,
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async openPanel(page) {
      const known = new Set(context.pages());
      await page.locator('[data-sleevenotes="button"] button').first().click();
      return appearing('/sidepanel.html', known);
    },
    async openPopup(page) {
      await page.bringToFront();
      const known = new Set(context.pages());
      const running = context.serviceWorkers()[0] ?? worker;
      await running.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
      );
      return appearing('/popup.html', known);
    },
    async close() {
      await context.close();
      if (!kept) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Closes all pages but one, which is left blank. */
export async function closePages({ context, origin }: ChromiumWithExtension): Promise<void> {
  const [first, ...others] = context.pages();
  for (const page of others) {
    // Sent by the browser when a viewer closes a page, but not by Playwright: the page would count as one that hung on its note.
    // A popup may have closed with the page before it.
    if (page.url().startsWith(origin))
      await page.evaluate(() => dispatchEvent(new Event('pagehide'))).catch(() => undefined);
    await page.close({ runBeforeUnload: false });
  }
  await first?.goto('about:blank');
}
