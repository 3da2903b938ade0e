import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { startPublisher } from '../catalog-host/publish-notes.ts';
import { violations } from './axe.ts';
import { madeUpNote, madeUpVideo } from './library-world.ts';
import { PICTURED } from './panel-notes.ts';

/** Pages of `notes publish --site`, opened from the disk on a phone. */
let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium' });
});
test.afterAll(() => browser.close());

const english = (at: number) =>
  madeUpNote(madeUpVideo(at), `How a clock ${at === 1 ? 'is cleaned' : 'is wound without being hurried'}`).replace(
    '---\n###',
    `date: '2025-0${at}-08'\ntimestamps: ['0:00']\n---\n###`,
  );

for (const [language, notes, font, word] of [
  ['en', [english(1), english(2)], 'Noto Sans CJK SC', 'cleaned'],
  ['zh-Hans', [PICTURED], 'Noto Sans CJK SC', '林远'],
] as const) {
  test(`the site in ${language} is accessible, fits a phone, and is searched`, async () => {
    const publisher = await startPublisher(language === 'en' ? 'Talks on clocks' : '钟表谈话');
    try {
      const { files } = await publisher.publish(notes, '--site');
      const episode = [...files.keys()].find((file) => /^v\/.*\.html$/.test(file)) ?? '';
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme });
        for (const [name, file] of [
          ['index', 'index.html'],
          ['episode', episode],
        ] as const) {
          await page.goto(pathToFileURL(join(publisher.out, file)).href);
          await page.addStyleTag({ content: `body { font-family: "${font}" }` });
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
          expect
            .soft(await page.screenshot({ type: 'jpeg', quality: 20 }))
            .toMatchSnapshot(`site-${name}-${colorScheme}-${language}.jpg`, { threshold: 0.3, maxDiffPixels: 400 });
        }
        await page.close();
      }
      const page = await browser.newPage();
      await page.goto(pathToFileURL(join(publisher.out, 'index.html')).href);
      await page.getByRole('searchbox').fill(word);
      await expect(page.locator('.episodes li:visible')).toHaveCount(1);
      await page.locator('.episodes li:visible a').click();
      await expect(page.locator('main a[href*="watch?v="]').first()).toHaveAttribute('href', /&t=0s$/);
    } finally {
      await publisher.close();
    }
  });
}
