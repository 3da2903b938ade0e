/** `npm run icons`: draws the extension's icons into public/icon, as small as they get. Needs Chromium. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initSync, optimise } from '@jsquash/oxipng/codec/pkg/squoosh_oxipng.js';
import { chromium } from '@playwright/test';
import { iconArt } from './icon-art.ts';

/** Pixels, and how many of them stay free at each side: Chrome Web Store wants 16 at 128, a toolbar has none to spare. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [16, 0],
  [32, 0],
  [48, 0],
  [96, 0],
  [128, 16],
]);

// Its other ways in are for browsers.
const codec = import.meta.resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm');
initSync(await readFile(fileURLToPath(codec)));

const browser = await chromium.launch({
  executablePath: process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [size, margin] of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;overflow:hidden">${iconArt(size, margin)}</body>`);
  const drawn = await page.locator('svg').screenshot({ omitBackground: true });
  const small = optimise(drawn, 6, false, true);
  await writeFile(join(import.meta.dirname, '../public/icon', `${size}.png`), small);
  console.log(`${size} px: ${small.length} bytes`);
}
await browser.close();
