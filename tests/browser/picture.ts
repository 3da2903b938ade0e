import { expect, type Locator, type Page } from '@playwright/test';

/** Adds a constructed stylesheet: the page's content security policy blocks style elements. */
export function addStyle(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

/** Fonts are those of the package fonts-noto-cjk on every machine, chosen by each text's language. */
export const LETTERS = [
  [':root, [lang|="zh-Hans"], [lang|="zh-CN"]', 'SC'],
  ['[lang|="zh-Hant"], [lang|="zh-TW"]', 'TC'],
]
  .map(
    ([texts, glyphs]) =>
      `${texts} {
        --font: "Noto Sans CJK ${glyphs}" !important;
        --font-title: "Noto Serif CJK ${glyphs}" !important;
        --font-figures: "Noto Sans Mono CJK ${glyphs}" !important;
      }`,
  )
  .join('\n');

/**
 * A number of pixels rather than a ratio, which would hide changes in a large screenshot; a few changed words differ in more. JPEG
 * artefacts and other versions of fonts or browser differ in less than a third of full contrast.
 */
export const TOLERANCE = { threshold: 0.3, maxDiffPixels: 400 };

/** A screenshot once two in a row are equal, without other episodes' titles, dates and disk sizes. */
export async function settled(page: Page, shown: 'window' | 'page' | Locator = 'window'): Promise<Buffer> {
  const options = {
    type: 'jpeg' as const,
    quality: 20,
    animations: 'disabled' as const,
    mask: [page.locator('.episodes ul'), page.locator('.library p').filter({ hasText: /\d kB/ })],
    maskColor: '#888888',
  };
  const shoot = () =>
    typeof shown === 'string' ? page.screenshot({ ...options, fullPage: shown === 'page' }) : shown.screenshot(options);
  let last = await shoot();
  await expect(async () => {
    const next = await shoot();
    const still = next.equals(last);
    last = next;
    expect(still).toBe(true);
  }).toPass();
  return last;
}
