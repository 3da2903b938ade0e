import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import type { World } from './world.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);

/** In the service worker. */
declare const chrome: {
  readonly runtime: { reload(): void };
};

/** The situations' world in Chromium, with the real side panel. */
export async function chromiumWorld(): Promise<World> {
  const browser = await launchChromium({ extension: EXTENSION, backForwardCache: true });
  const said: string[] = [];
  const listenTo = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
  };
  browser.context.on('page', listenTo);
  const page = await browser.open('https://www.youtube.com/watch?v=v0gjI__RyCY');
  const panel = await browser.openPanel(page);

  return {
    async visit(url) {
      await page.goto(url);
    },
    async back() {
      // A page from the back/forward cache fires no event Playwright could wait for.
      await page.evaluate(() => void setTimeout(() => history.back()));
    },
    inPage: (work, argument) => page.evaluate(work as never, argument) as never,
    inPanel: (work, argument) => panel.evaluate(work as never, argument) as never,
    press: (key) => page.keyboard.press(key),
    async inOtherTab(url, work) {
      const other = await browser.open(url);
      await work();
      await other.close();
      await page.bringToFront();
    },
    async switchOff() {
      const [worker] = browser.context.serviceWorkers();
      // An extension from the command line stays disabled after this, as if it had been switched off.
      await worker?.evaluate(() => chrome.runtime.reload()).catch(() => {});
    },
    complaints: async () => said,
    close: () => browser.close(),
  };
}
