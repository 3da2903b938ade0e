/**
 * `npm run store:pictures`: the stores' five screenshots and small tile in each language of the listing, and Edge's logo,
 * from the real build in a real Chromium with the real side panel. The page beside it is the stand-in of tests/, so that
 * nothing of YouTube's is in them. README's picture is the first of them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { buildExtension } from '../build-extension.ts';
import { iconArt } from '../icon-art.ts';
import { ROOT } from '../programs.mjs';
import { LOGO, SCREENSHOT, TILE } from './limits.ts';
import { LISTING_LANGUAGES, type ListingLanguage, readListing } from './listing.ts';

const VIDEO = 'https://www.youtube.com/watch?v=v0gjI__RyCY';
/** A moment in the middle of the talk, in seconds. */
const MOMENT = 3300;
const { width: WIDTH, height: HEIGHT } = SCREENSHOT;
const PANEL = 420;

/** The browser's settings for each language of the listing. */
const SET: Readonly<Record<ListingLanguage, { readonly locale: string; readonly notes: readonly string[] }>> = {
  en: { locale: 'en-US', notes: ['en'] },
  zh_CN: { locale: 'zh-CN', notes: ['zh-Hans', 'en'] },
  zh_TW: { locale: 'zh-TW', notes: ['zh-Hant', 'zh-Hans', 'en'] },
};

/** A query for a term that the bundled note explains. */
const TYPED: Readonly<Record<ListingLanguage, string>> = { en: 'distil', zh_CN: 'fanxiangchuanbo', zh_TW: 'zhengliu' };

type Shots = Readonly<Record<string, Buffer>>;

async function picturesOf(browser: ChromiumWithExtension, language: ListingLanguage): Promise<Shots> {
  const video = await browser.open(VIDEO);
  await video.setViewportSize({ width: WIDTH - PANEL, height: HEIGHT });
  const panel = await browser.openPanel(video);
  await panel.setViewportSize({ width: PANEL, height: HEIGHT });
  await panel.locator('[data-section]').first().waitFor();
  await video.evaluate((time) => {
    const player = document.querySelector('video');
    if (player) player.currentTime = time;
    player?.pause();
    // Hide the stand-in's grey video and its name.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'video { opacity: 0 } #movie_player { background: linear-gradient(160deg, #3d5a6c, #1b2228 70%) }',
    );
    document.adoptedStyleSheets.push(sheet);
    for (const link of document.querySelectorAll('a'))
      if (/stand-in/.test(link.textContent ?? '')) link.textContent = 'Videos';
  }, MOMENT);
  await panel.locator('[data-section][aria-current]').waitFor();
  const both = async () => {
    await panel.mouse.move(0, 0);
    // Wait for animations to end.
    await panel.waitForTimeout(1200);
    return beside(browser, await video.screenshot(), await panel.screenshot());
  };

  const outline = await both();
  await panel.locator('[data-section][aria-current] button[aria-expanded]').first().click();
  await panel.locator('[data-section][aria-current]').evaluate((section) => section.scrollIntoView({ block: 'start' }));
  const reading = await both();
  await panel.getByRole('tab').nth(1).click();
  await panel.locator('.entry button').first().waitFor();
  await panel.locator('.entry button').nth(1).click();
  const glossary = await both();
  await panel.getByRole('tab').nth(2).click();
  const summary = await both();

  const popup = await browser.openPopup(video);
  await popup.getByRole('combobox').fill(TYPED[language]);
  await popup.getByRole('option').first().waitFor();
  await popup.waitForTimeout(1200);
  const found = await popup.screenshot();
  await popup.close();
  await video.setViewportSize({ width: WIDTH, height: HEIGHT });
  const lookup = await over(browser, await video.screenshot(), found);
  const tile = await tileOf(browser, language);
  return {
    '1-outline': outline,
    '2-reading': reading,
    '3-glossary': glossary,
    '4-lookup': lookup,
    '5-summary': summary,
    tile,
  };
}

const asAddress = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;

/** Opens a page with the given contents. */
async function draw(
  browser: ChromiumWithExtension,
  width: number,
  height: number,
  body: string,
  background = '#fff',
): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body { margin: 0; overflow: hidden; background: ${background} }</style>${body}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return page;
}

/** A screenshot of a page, which is then closed. JPEG, because the stores reject PNG with transparency. */
async function pictureOf(page: Page): Promise<Buffer> {
  const picture = await page.screenshot({ type: 'jpeg', quality: 92 });
  await page.close();
  return picture;
}

/** The page and the panel side by side, as in the browser's window. */
async function beside(browser: ChromiumWithExtension, page: Buffer, panel: Buffer): Promise<Buffer> {
  const body = `<div style="display: flex"><img src="${asAddress(page)}"><img src="${asAddress(panel)}"></div>`;
  return pictureOf(await draw(browser, WIDTH, HEIGHT, body));
}

/** The popup below its button, at the right edge of the page. */
async function over(browser: ChromiumWithExtension, page: Buffer, popup: Buffer): Promise<Buffer> {
  const look = 'position: fixed; top: 8px; right: 56px; border-radius: 8px; box-shadow: 0 4px 24px #0006';
  const body = `<img src="${asAddress(page)}"><img src="${asAddress(popup)}" style="${look}">`;
  return pictureOf(await draw(browser, WIDTH, HEIGHT, body));
}

async function tileOf(browser: ChromiumWithExtension, language: ListingLanguage): Promise<Buffer> {
  const { tile } = readListing(language);
  const body = `<div style="display: flex; flex-direction: column; align-items: center; justify-content: center; height: 100vh;
      background: #fbf7ee; color: #2b2418; font-family: 'Noto Sans CJK SC', system-ui, sans-serif">
    ${iconArt(112)}
    <div style="margin-top: 10px; font-size: 34px; font-weight: 700">Sleevenotes</div>
    <div style="margin-top: 4px; font-size: 19px">${tile}</div>
  </div>`;
  return pictureOf(await draw(browser, TILE.width, TILE.height, body));
}

async function logoOf(browser: ChromiumWithExtension): Promise<Buffer> {
  const page = await draw(browser, LOGO.width, LOGO.height, iconArt(LOGO.width), 'transparent');
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

const args = process.argv.slice(2);
const [folder = join(ROOT, 'artifacts', 'store')] = args.filter((arg) => arg !== '--built');
const extension = args.includes('--built') ? join(ROOT, '.output', 'chrome-mv3') : buildExtension('chrome');
for (const language of LISTING_LANGUAGES) {
  console.log(`… pictures in ${language}`);
  const { locale, notes } = SET[language];
  const browser = await launchChromium({ extension, locale, noteLanguages: notes });
  try {
    const place = join(folder, language);
    await mkdir(place, { recursive: true });
    for (const [name, picture] of Object.entries(await picturesOf(browser, language))) {
      await writeFile(join(place, `${name}.jpg`), picture);
    }
    if (language === LISTING_LANGUAGES[0]) await writeFile(join(folder, 'logo.png'), await logoOf(browser));
  } finally {
    await browser.close();
  }
}
console.log(`Pictures for the stores are in ${folder}.`);
