import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);

test('a welcome page in the browser’s language is shown once', async () => {
  const browser = await launchChromium({ extension: EXTENSION, locale: 'zh-TW', noteLanguages: null });
  const shown = () => browser.context.pages().filter((page) => page.url().endsWith('/welcome.html'));
  await expect.poll(() => shown().length).toBe(1);
  const [page] = shown();
  if (!page) throw new Error('no page was opened');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('歡迎使用 Sleevenotes');
  await expect(page.locator('li li a').first()).toHaveAttribute('href', /youtube\.com\/watch/);
  await expect(page.getByRole('link', { name: '會長大' })).toHaveAttribute('lang', 'zh-Hant');
  expect(await violations(page)).toEqual([]);
  await browser.close();
});
