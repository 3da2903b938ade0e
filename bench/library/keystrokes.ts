import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import type { ChromiumWithExtension } from '../../tests/browser/chromium.ts';
import { KEYSTROKES } from '../lookup/keystrokes.ts';
import type { SearchTimes } from './search-in-page.ts';

/** Measures how long the index of own names takes to answer in a page of the extension, without the page's own code. */
export async function measureKeystrokes(browser: ChromiumWithExtension): Promise<SearchTimes> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'search-in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  })) as Rollup.RollupOutput[];
  const code = built[0]?.output[0].code ?? '';
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/popup.html`);
  const times = await page.evaluate(`(() => { ${code}; return bench.searchTimes(${JSON.stringify(KEYSTROKES)}); })()`);
  await page.close();
  return times as SearchTimes;
}
