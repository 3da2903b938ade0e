import type { Page } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import { type Display, hasDisplays, openDisplay } from './display.ts';
import { EPISODE, EXTENSION, expect, test } from './fixtures.ts';

/** Chromium handles an extension's shortcuts only in a window on a screen. */
test.describe('real keys', () => {
  test.skip(!hasDisplays(), 'needs Xvfb and xdotool (Debian: xvfb, xdotool)');

  let display: Display;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  test.beforeEach(async () => {
    display = await openDisplay();
    browser = await launchChromium({ extension: EXTENSION, headless: false, display: display.name });
  });
  test.afterEach(async () => {
    await browser?.close();
    display?.close();
  });

  const press = (keys: string) => display.press(/Chromium/, keys);
  const pagesAt = (path: string): Page[] =>
    browser.context.pages().filter((page) => page.url().startsWith(browser.origin + path));

  test('71 the command for the panel opens and closes it, by its real shortcut', async () => {
    const page = await browser.open(EPISODE);
    await expect(page.locator('[data-sleevenotes=button]')).toHaveCount(1);
    press('alt+shift+s');
    await expect.poll(() => pagesAt('/sidepanel.html').length).toBe(1);
    await expect(pagesAt('/sidepanel.html')[0]?.locator('[data-section]') ?? page.locator('none')).toHaveCount(32);
    press('alt+shift+s');
    await expect.poll(() => pagesAt('/sidepanel.html').length).toBe(0);
  });

  test('a word selected in a comment is looked up by the real shortcut', async () => {
    const page = await browser.open(EPISODE);
    await expect(page.locator('[data-sleevenotes=button]')).toHaveCount(1);
    await page.evaluate(() => {
      const comment = document.createElement('p');
      comment.textContent = 'backpropagation';
      document.body.append(comment);
      getSelection()?.selectAllChildren(comment);
    });
    press('alt+shift+k');
    await expect.poll(() => pagesAt('/popup.html').length).toBe(1);
    const [popup] = pagesAt('/popup.html');
    await expect(popup?.getByRole('combobox') ?? page.locator('none')).toHaveValue('backpropagation');
    await expect(popup?.getByRole('option').first() ?? page.locator('none')).toContainText(/backprop/i);
  });
});
