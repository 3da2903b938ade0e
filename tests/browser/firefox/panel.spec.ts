import { expect, test } from '@playwright/test';
import { VIOLATIONS } from './axe.ts';
import { besideTheEpisode, type FirefoxWithExtension } from './firefox.ts';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await besideTheEpisode();
});
test.afterAll(() => firefox?.close());

const click = (selector: string) => firefox.inSidebar(`document.querySelector('${selector}').click();`);

const violations = () => firefox.inSidebarWorld<readonly string[]>(VIOLATIONS);

for (const theme of ['light', 'dark']) {
  test(`in Firefox's sidebar, ${theme}, no view has an accessibility violation`, async () => {
    // As by the viewer's choice of theme; the sidebar's default is the theme of the browser's window.
    await firefox.inSidebar(`document.documentElement.dataset.theme = '${theme}';`);
    for (const show of ['#outline', '.section-toggle', '.term', '#glossary', '#summary', '.summary .chip']) {
      await click(show);
      expect(await violations(), `after a click on ${show}`).toEqual([]);
    }
    await click('#outline');
    await click('.section-toggle');
  });
}

test("in Firefox's narrow sidebar the tabs are on one line and nothing is cut off", async () => {
  const { tops, tooWide, width } = await firefox.inSidebar<{ tops: number[]; tooWide: number; width: number }>(`
    const list = document.querySelector('main');
    return {
      tops: [...document.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect().top),
      tooWide: list.scrollWidth - list.clientWidth,
      width: window.innerWidth,
    };`);
  expect(width).toBeLessThan(320);
  expect(new Set(tops).size).toBe(1);
  expect(tooWide).toBe(0);
});
