/** `npm run icons`: draws the extension's icons into public/icon. Needs Chromium. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const SIZES = [16, 32, 48, 128];

/** A record half out of its sleeve. The rim is for dark toolbars, on which the record would vanish: at least a pixel wide. */
const icon = (
  size: number,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">
  <circle cx="76" cy="64" r="45" fill="#1c1b1a" stroke="#f1e7d4" stroke-width="${Math.max(5, 160 / size)}"/>
  <circle cx="76" cy="64" r="30" fill="none" stroke="#45413c" stroke-width="2"/>
  <circle cx="76" cy="64" r="17" fill="#e2a03f"/>
  <rect x="6" y="16" width="78" height="96" rx="9" fill="#c8462f"/>
  <g fill="#fbf1e3">
    <rect x="20" y="37" width="50" height="11" rx="5.5"/>
    <rect x="20" y="58" width="50" height="11" rx="5.5"/>
    <rect x="20" y="79" width="30" height="11" rx="5.5"/>
  </g>
</svg>`;

const browser = await chromium.launch({
  executablePath: process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;overflow:hidden">${icon(size)}</body>`);
  await page.locator('svg').screenshot({
    path: join(import.meta.dirname, '../public/icon', `${size}.png`),
    omitBackground: true,
  });
}
await browser.close();
