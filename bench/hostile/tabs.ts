/**
 * `npm run soak:tabs [-- TABS]`: a real update of the extension (a new version on disk, reloaded on the browser's page of
 * extensions) while 500 YouTube tabs are open. Measures the time until all have buttons and badges of the new version, how soon
 * a click in one more tab is answered meanwhile, and memory. Needs a build and Chromium.
 *
 * Every 25th tab shows a video with a note, paused; the others show YouTube without a video.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { browserProcesses } from '../../tests/browser/processes.ts';
import { watchUsage } from './usage.ts';

const TABS = Number(process.argv[2] ?? 500);
const NOTED_EVERY = 25;
const VIDEO = 'https://www.youtube.com/watch?v=v0gjI__RyCY';
const PATIENCE_MS = 180_000;

/** In the service worker, and on the browser's page of extensions. */
declare const chrome: {
  readonly tabs: { query(of: object): Promise<readonly { readonly id: number; readonly url: string }[]> };
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly developerPrivate: {
    updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
    reload(id: string, options: object): Promise<unknown>;
  };
};

const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-tabs-'));
const profile = join(folder, 'profile');
const extension = join(folder, 'extension');
cpSync(
  resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3')),
  extension,
  {
    recursive: true,
  },
);
const browser = await launchChromium({ extension, profile, switches: ['--renderer-process-limit=6'] });
const usage = watchUsage(profile);
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
try {
  const extensions = await browser.open('chrome://extensions/');
  // Otherwise the browser does not re-enable an extension from a folder.
  await extensions.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  const noted: Page[] = [];
  const start = performance.now();
  for (let at = 0; at < TABS; at++) {
    const tab = await browser.context.newPage();
    const hasNote = at % NOTED_EVERY === 0;
    await tab.goto(hasNote ? VIDEO : `https://www.youtube.com/feed/library?tab=${at}`, { waitUntil: 'commit' });
    if (!hasNote) continue;
    noted.push(tab);
    await tab.waitForSelector('[data-sleevenotes="button"]', { state: 'attached' });
    await tab.evaluate(() => {
      document.querySelector('video')?.pause();
      for (const old of document.querySelectorAll('[data-sleevenotes]')) old.setAttribute('data-old', '');
    });
  }
  console.log(
    `${TABS} tabs open after ${seconds(start)}, ${noted.length} with a note: the browser has ${megabytes(memory())}, ` +
      `the extension's own process ${megabytes(usage.peak())}`,
  );

  const manifest = join(extension, 'manifest.json');
  const told = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...told, version: '99.0.0' }));
  const updated = performance.now();
  const restarted = browser.context.waitForEvent('serviceworker', { timeout: PATIENCE_MS });
  await extensions.evaluate((id) => chrome.developerPrivate.reload(id, {}), new URL(browser.origin).host);
  const worker = await restarted;
  const { version } = await worker.evaluate(() => chrome.runtime.getManifest());
  console.log(`version ${version} runs after ${seconds(updated)}`);

  const clicked = performance.now();
  const page = await browser.open(VIDEO);
  const panel = await browser.openPanel(page);
  await panel.locator('[data-section]').first().waitFor();
  console.log(`one more tab, its button and its panel, opened meanwhile: ${seconds(clicked)}`);

  const isRenewed = (tab: Page) =>
    tab.evaluate(() => {
      const ours = [...document.querySelectorAll('[data-sleevenotes="button"]')];
      return ours.length === 1 && !document.querySelector('[data-sleevenotes][data-old]');
    });
  const badges = () =>
    worker.evaluate(async () => {
      const tabs = (await chrome.tabs.query({ url: 'https://www.youtube.com/*' })).map(async ({ id, url }) => {
        return { isNoted: url.includes('/watch'), badge: await chrome.action.getBadgeText({ tabId: id }) };
      });
      return Promise.all(tabs);
    });
  const all = async () => {
    const renewed = (await Promise.all(noted.map(isRenewed))).filter(Boolean).length;
    const told = await badges();
    return {
      tabs: told.length,
      buttons: renewed,
      badges: told.filter(({ isNoted, badge }) => isNoted && badge !== '').length,
      wrong: told.filter(({ isNoted, badge }) => !isNoted && badge !== '').length,
    };
  };
  let seen = await all();
  const isDone = () => seen.buttons === noted.length && seen.badges === noted.length + 1 && seen.wrong === 0;
  while (!isDone() && performance.now() - updated < PATIENCE_MS) {
    await new Promise((done) => setTimeout(done, 200));
    seen = await all();
  }
  console.log(
    `${seconds(updated)} after the update: ${seen.tabs} tabs, ${seen.buttons} of ${noted.length} buttons of the new version and none of the old, ` +
      `badges in ${seen.badges} of ${noted.length + 1} tabs with a note, in ${seen.wrong} others`,
  );
  console.log(`the browser has ${megabytes(memory())}, the extension's own process had ${megabytes(usage.peak())}`);
  process.exitCode = isDone() && seen.tabs > TABS ? 0 : 1;
} finally {
  usage.stop();
  await browser.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** The memory of all processes of the browser, with shared memory divided among them. */
function memory(): number {
  return browserProcesses(profile).reduce((sum, id) => {
    try {
      const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1];
      return sum + Number(kilobytes ?? 0) * 1024;
    } catch {
      // The process has ended.
      return sum;
    }
  }, 0);
}
