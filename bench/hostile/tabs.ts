/**
 * `npm run soak:tabs`: the extension is updated while 500 tabs of YouTube are open. Measures until the scripts are in all of them,
 * how many tabs are worked on at a time, and whether a click in one more tab is answered meanwhile. Needs a build and Chromium.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { watchUsage } from './usage.ts';

const TABS = Number(process.argv[2] ?? 500);

interface Worker {
  chrome: {
    scripting: { executeScript(injection: object): Promise<unknown> };
    runtime: { onInstalled: { dispatch(details: object): void } };
  };
  injections: { begun: number; done: number; atOnce: number };
}

const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-tabs-'));
const browser = await launchChromium({
  profile,
  extension: resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3')),
  switches: ['--renderer-process-limit=6'],
});
const usage = watchUsage(profile);
try {
  for (let at = 0; at < TABS; at++) {
    const tab = await browser.context.newPage();
    await tab.goto(`https://www.youtube.com/feed/library?tab=${at}`, { waitUntil: 'commit' });
  }
  console.log(`${TABS} tabs open; the extension's processes: ${Math.round(usage.peak() / 1e6)} MB`);
  const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
  const start = performance.now();
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Worker;
    const { scripting, runtime } = scope.chrome;
    const counts = { begun: 0, done: 0, atOnce: 0 };
    scope.injections = counts;
    const put = scripting.executeScript.bind(scripting);
    scripting.executeScript = async (injection) => {
      counts.begun++;
      counts.atOnce = Math.max(counts.atOnce, counts.begun - counts.done);
      try {
        return await put(injection);
      } finally {
        counts.done++;
      }
    };
    runtime.onInstalled.dispatch({ reason: 'update' });
  });
  const clicked = performance.now();
  const page = await browser.open('https://www.youtube.com/watch?v=v0gjI__RyCY');
  const panel = await browser.openPanel(page);
  await panel.locator('[data-section]').first().waitFor();
  console.log(`meanwhile one more tab, its button and its panel: ${Math.round(performance.now() - clicked)} ms`);
  let counts = { begun: 0, done: 0, atOnce: 0 };
  while (counts.done < 2 * TABS && performance.now() - start < 120_000) {
    await new Promise((done) => setTimeout(done, 50));
    counts = await worker.evaluate(() => (globalThis as unknown as Worker).injections);
  }
  console.log(
    `scripts in ${counts.done / 2} tabs after ${Math.round(performance.now() - start)} ms, ${counts.atOnce} at a time`,
  );
  console.log(`peak of the extension's processes: ${Math.round(usage.peak() / 1e6)} MB`);
} finally {
  usage.stop();
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
