import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { type ChromiumOptions, type ChromiumWithExtension, launchChromium } from './chromium.ts';

export const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

interface Options {
  /** Set with `test.use({ launch: { locale: 'zh-CN' } })`. */
  readonly launch: Omit<ChromiumOptions, 'extension'>;
}

/** A fresh Chromium with the extension for each test; the test fails when a page of the extension logs an error. */
export const test = base.extend<Options & { readonly browserWithExtension: ChromiumWithExtension }>({
  launch: [{}, { option: true }],
  browserWithExtension: async ({ launch }, use) => {
    const browser = await launchChromium({ extension: EXTENSION, ...launch });
    const errors: string[] = [];
    browser.context.on('weberror', (error) => errors.push(error.error().message));
    browser.context.on('console', (message) => {
      if (message.type() === 'error' && message.location().url.startsWith('chrome-extension:'))
        errors.push(message.text());
    });
    await use(browser);
    await browser.close();
    if (errors.length > 0) throw new Error(`Errors in the browser's console:\n${errors.join('\n')}`);
  },
});

export { expect } from '@playwright/test';

export const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';
export const NO_NOTE = 'https://www.youtube.com/watch?v=noNoteHere1';

/** The player's own clock, in seconds. */
export const readClock = () =>
  (document.getElementById('movie_player') as unknown as { getCurrentTime(): number }).getCurrentTime();

/** Moves the player by itself, as its own controls do; in seconds. */
export const moveTo = (page: Page, seconds: number): Promise<void> =>
  page.evaluate((time) => {
    const video = document.querySelector('video');
    if (video) video.currentTime = time;
  }, seconds);
