import type { Page } from '@playwright/test';
import { EPISODE, expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes, PICTURED } from './panel-notes.ts';
import { addStyle, LETTERS, settled, TOLERANCE } from './picture.ts';

/** A date of another length must not wrap a line and move everything below it. */
const ONE_LINE = '.library .notes .facts { white-space: nowrap; overflow: hidden; }';
const HEIGHT = 440;
const WIDTHS = [320, 400];

/** Traditional Chinese differs from simplified in the texts only, so one theme and width are enough. */
const LOOKS = [
  { colorScheme: 'light', locale: 'en-US', widths: WIDTHS },
  { colorScheme: 'light', locale: 'zh-CN', widths: WIDTHS },
  { colorScheme: 'light', locale: 'zh-TW', widths: WIDTHS.slice(0, 1) },
  { colorScheme: 'dark', locale: 'en-US', widths: WIDTHS },
  { colorScheme: 'dark', locale: 'zh-CN', widths: WIDTHS },
] as const;

const SCREENS: Readonly<Record<string, (panel: Page, page: Page) => Promise<void>>> = {
  outline: async (panel, page) => {
    await page.goto(NO_NOTE);
    await page.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.currentTime = 100;
    });
    await expect(panel.locator('[data-section][aria-current]')).toContainText('弹簧的一生');
    await stopFollowing(panel);
    await scrollTo(panel, 0);
  },
  search: async (panel) => {
    await panel.getByRole('searchbox').fill('弹簧');
    await expect(panel.locator('.excerpt')).toHaveCount(2);
    await scrollTo(panel, 100);
  },
  text: async (panel) => {
    await panel.getByRole('searchbox').fill('');
    await panel.locator('.section-toggle').first().click();
    await panel.locator('.switch button').last().click();
    await panel.locator('.term').first().click();
    await panel
      .locator('.section')
      .first()
      .evaluate((section) => section.scrollIntoView());
  },
  glossary: async (panel) => {
    await panel.getByRole('tab').nth(1).click();
    // Its code is loaded then.
    await expect(panel.locator('.glossary')).toBeVisible();
    await scrollTo(panel, 100);
  },
  summary: async (panel) => {
    await panel.getByRole('tab').nth(2).click();
    await panel.locator('.names .chip').nth(2).click();
    await panel.locator('.summary').evaluate((summary) => summary.scrollIntoView({ block: 'end' }));
  },
  now: async (panel) => {
    await panel.getByRole('tab').first().click();
    await scrollTo(panel, 200);
    await panel.locator('.now-terms button').first().click();
  },
  menu: async (panel) => {
    await panel.keyboard.press('Escape');
    await scrollTo(panel, 0);
    await panel.locator('.more-button').click();
  },
  welcome: async (panel, page) => {
    await page.goto('https://www.youtube.com/');
    await expect(panel.locator('.steps')).toBeVisible();
  },
  'no-note': async (panel, page) => {
    await page.goto('https://www.youtube.com/watch?v=plainVideo2');
    await expect(panel.locator('.next-step')).toBeVisible();
  },
};

/** The popup has one width. */
const POPUP_SCREENS: Readonly<Record<string, (popup: Page) => Promise<void>>> = {
  idle: async () => {},
  results: async (popup) => {
    await popup.getByRole('combobox').fill('t');
    await expect(popup.getByRole('option').first()).toContainText('Tower');
  },
  nothing: async (popup) => {
    await popup.getByRole('combobox').fill('qqqqqqqq');
    await expect(popup.locator('.lookup-message')).toBeVisible();
  },
  entry: async (popup) => {
    await popup.getByRole('combobox').fill('tuihuo');
    await expect(popup.getByRole('option').first()).toContainText('退火');
    await popup.getByRole('combobox').press('Enter');
    await expect(popup.locator('.place').first()).toBeVisible();
  },
};

const PAGES: Readonly<Record<string, { readonly address: string; show(page: Page): Promise<void> }>> = {
  options: {
    address: '/options.html',
    show: (page) => expect(page.locator('.preview')).toBeVisible(),
  },
  library: {
    address: '/library.html',
    show: (page) => expect(page.getByText('Mara Holt').first()).toBeVisible(),
  },
  import: {
    address: '/library.html',
    show: async (page) => {
      const buffer = Buffer.from('# A note that names no video');
      await page.locator('input[name=files]').setInputFiles([{ name: 'stray.md', mimeType: 'text/markdown', buffer }]);
      await page.locator('.import-report .end').waitFor();
    },
  },
};

/**
 * Compares a screenshot of every screen with the agreed one. After an intended change:
 * `npx playwright test --project=chromium tests/browser/pictures.spec.ts --update-snapshots`, and look at each.
 */
for (const { colorScheme, locale, widths } of LOOKS) {
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ launch: { colorScheme, locale } });

    test('every screen of the panel looks as agreed', async ({ browserWithExtension }) => {
      await addNotes(browserWithExtension, PICTURED);
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      await panel.setViewportSize({ width: widths[0] ?? 320, height: HEIGHT });
      await addStyle(panel, LETTERS);
      for (const [screen, show] of Object.entries(SCREENS)) {
        await show(panel, page);
        await panel.mouse.move(0, 0);
        for (const width of widths) {
          await panel.setViewportSize({ width, height: HEIGHT });
          await panel.evaluate(() => document.fonts.ready.then(() => {}));
          const picture = await settled(panel);
          expect.soft(picture).toMatchSnapshot(`${screen}-${colorScheme}-${locale}-${width}.jpg`, TOLERANCE);
        }
      }
    });

    test('popup, options and library look as agreed', async ({ browserWithExtension }) => {
      await addNotes(browserWithExtension, PICTURED);
      const video = await browserWithExtension.open(NO_NOTE);
      const popup = await browserWithExtension.openPopup(video);
      await addStyle(popup, LETTERS);
      await expect(popup.getByRole('option').first()).toBeVisible();
      for (const [screen, show] of Object.entries(POPUP_SCREENS)) {
        await show(popup);
        await popup.mouse.move(0, 0);
        expect.soft(await settled(popup)).toMatchSnapshot(`popup-${screen}-${colorScheme}-${locale}.jpg`, TOLERANCE);
      }
      await popup.close();
      for (const [screen, { address, show }] of Object.entries(PAGES)) {
        const shown = await browserWithExtension.open(browserWithExtension.origin + address);
        await addStyle(shown, LETTERS + ONE_LINE);
        await show(shown);
        // The sections of catalogs and marks are rendered after the rest of the page.
        if (address === '/library.html') {
          await shown.getByPlaceholder('https://').first().waitFor();
          await shown.locator('#marks').getByRole('searchbox').waitFor();
        }
        for (const width of widths) {
          await shown.setViewportSize({ width, height: 700 });
          const picture = await settled(shown, 'page');
          expect.soft(picture).toMatchSnapshot(`${screen}-${colorScheme}-${locale}-${width}.jpg`, TOLERANCE);
        }
        await shown.close();
      }
    });
  });
}

/** Repeats until the position stays: smooth scrolling, or following the playback, may still be moving the list. */
const scrollTo = (panel: Page, top: number) =>
  expect(async () => {
    const moved = await panel.locator('main').evaluate(async (list, to) => {
      list.scrollTo({ top: to, behavior: 'instant' });
      const before = list.scrollTop;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return list.scrollTop - before;
    }, top);
    expect(moved).toBe(0);
  }).toPass();

/** Scrolls as a reader does; otherwise the list would scroll back to the section playing. */
async function stopFollowing(panel: Page): Promise<void> {
  await panel.locator('main').hover();
  await panel.mouse.wheel(0, 30);
  await expect(panel.locator('.action.primary')).toBeVisible();
}
