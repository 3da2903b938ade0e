/**
 * What Sleevenotes costs a busy watch page: `npm run bench:page`. Needs a build (`.output/chrome-mv3`) and Chromium.
 *
 * Two figures for script time: what the profiler attributes to our files, and the difference of the page's whole script time to
 * the same run without the extension. The second includes the machine's noise: read it only together with the first.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { createFigures } from '../figures.ts';
import { type ActionCost, measureAction, RECUT_SECONDS, recognisedCaptions } from './action.ts';
import { BUSY_PAGE } from './busy-page.ts';

// Makes Playwright show the real side panel as a page (docs/youtube.md).
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
const CHROMIUM = process.env.SLEEVENOTES_CHROMIUM ?? '/usr/bin/chromium';
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const LOADS = 5;
const ACTIONS = 3;
const CAPTIONS = recognisedCaptions();
const WITH_NOTE = 'v0gjI__RyCY';
const WITHOUT_NOTE = 'aaaaaaaaaaa';

type Setting = 'without the extension' | 'panel closed' | 'panel open';

interface Measured {
  /** Milliseconds per minute in files of the extension, by the profiler. */
  readonly ours: number;
  /** Milliseconds per minute of all script on the page. */
  readonly all: number;
  readonly heapMegabytes: number;
  readonly longTasksAtLoad: readonly number[];
  /** Milliseconds of the extension's script while the page loads, and its longest task; the worst of several loads. */
  readonly load: { readonly ours: number; readonly longest: number };
  readonly badgeMilliseconds: number | null;
  /** From a navigation until the panel no longer shows the previous video's note. */
  readonly goneMilliseconds: number | null;
  /** Of making the times exact; the worst of several. */
  readonly action: ActionCost | null;
}

async function measure(setting: Setting): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-bench-'));
  const extension = setting !== 'without the extension';
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    headless: true,
    viewport: null,
    args: [
      '--autoplay-policy=no-user-gesture-required',
      ...(extension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : []),
    ],
  });
  try {
    await serveBusyPage(context);
    const worker = extension ? (context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))) : null;
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    const session = await context.newCDPSession(page);
    const longTasksAtLoad: number[] = [];
    const loads: { ours: number; longest: number }[] = [];
    for (let i = 0; i < LOADS; i++) {
      // The same site, so that the profiled page stays in one process.
      await page.goto('https://www.youtube.com/nothing');
      const stopProfile = await startProfile(session);
      await page.goto(`https://www.youtube.com/watch?v=${WITH_NOTE}`);
      await page.waitForTimeout(2500);
      loads.push(await stopProfile());
      longTasksAtLoad.push(...(await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)));
    }
    const load = {
      ours: Math.max(...loads.map(({ ours }) => ours)),
      longest: Math.max(...loads.map(({ longest }) => longest)),
    };
    // Playwright injects a script into the page on the first click; make every run include it.
    await page.locator('h1').click();
    if (setting === 'panel open') {
      await page.locator('[data-sleevenotes] button').first().click();
      await page.waitForTimeout(3000);
      if (!context.pages().some((one) => one.url().includes('sidepanel'))) throw new Error('The panel did not open.');
    }
    const time = await profile(session, page);
    const heapMegabytes = await heap(session);
    const badgeMilliseconds = worker && setting === 'panel closed' ? await timeToBadge(page, worker) : null;
    const panel = context.pages().find((one) => one.url().includes('sidepanel'));
    const goneMilliseconds = panel ? await timeToGone(page, panel) : null;
    const action = panel ? await costOfAction(page, panel) : null;
    return { ...time, heapMegabytes, longTasksAtLoad, load, badgeMilliseconds, goneMilliseconds, action };
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function serveBusyPage(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => {
    const { hostname, pathname, protocol } = new URL(route.request().url());
    if (protocol === 'chrome-extension:') return route.continue();
    if (hostname !== 'www.youtube.com') return route.abort();
    if (pathname === '/api/timedtext') return route.fulfill({ contentType: 'application/json', body: CAPTIONS });
    if (pathname === '/watch') return route.fulfill({ contentType: 'text/html', body: BUSY_PAGE });
    return route.fulfill({ contentType: 'text/plain', body: '' });
  });
}

/** Starts the profiler; the result stops it and returns the time and the longest task of the extension, in milliseconds. */
async function startProfile(session: CDPSession): Promise<() => Promise<{ ours: number; longest: number }>> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 250 });
  await session.send('Profiler.start');
  return async () => {
    const { profile: taken } = await session.send('Profiler.stop');
    // Native functions have no file: their time counts for the caller.
    const owner = new Map<number, boolean>();
    const between = new Set(
      taken.nodes
        .filter(({ callFrame }) => /^\((?:program|garbage collector)\)$/.test(callFrame.functionName))
        .map(({ id }) => id),
    );
    const byId = new Map(taken.nodes.map((node) => [node.id, node]));
    const visit = (id: number, ofParent: boolean): void => {
      const node = byId.get(id);
      if (!node) return;
      const { url } = node.callFrame;
      const own = url === '' ? ofParent : url.startsWith('chrome-extension://');
      owner.set(id, own);
      for (const child of node.children ?? []) visit(child, own);
    };
    const root = taken.nodes[0];
    if (root) visit(root.id, false);
    let ours = 0;
    let longest = 0;
    let run = 0;
    for (const [i, sample] of (taken.samples ?? []).entries()) {
      // The browser's own work in between does not split a task in two.
      if (between.has(sample)) continue;
      const time = (taken.timeDeltas?.[i] ?? 0) / 1000;
      run = owner.get(sample) ? run + time : 0;
      ours += owner.get(sample) ? time : 0;
      longest = Math.max(longest, run);
    }
    return { ours, longest };
  };
}

async function profile(session: CDPSession, page: Page): Promise<{ ours: number; all: number }> {
  await session.send('Performance.enable');
  const before = await scriptSeconds(session);
  const stop = await startProfile(session);
  await page.waitForTimeout(SECONDS * 1000);
  const { ours } = await stop();
  const after = await scriptSeconds(session);
  const minutes = SECONDS / 60;
  return { ours: ours / minutes, all: ((after - before) * 1000) / minutes };
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** The browser's own API in the service worker. */
declare const chrome: {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly tabs: { query(of: { active: true }): Promise<readonly { id?: number }[]> };
};

/** Navigates within the page; returns the wall-clock time in milliseconds, which all processes share. */
function go(page: Page, videoId: string): Promise<number> {
  return page.evaluate((id) => {
    const now = Date.now();
    (window as unknown as { go(id: string): void }).go(id);
    return now;
  }, videoId);
}

/** The worst of a few in-page navigations from a video without a note to the one with a note. */
async function timeToBadge(page: Page, worker: Worker): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    await go(page, WITHOUT_NOTE);
    await page.waitForTimeout(800);
    const seen = worker.evaluate(async () => {
      const { action, tabs } = chrome;
      const [tab] = await tabs.query({ active: true });
      while ((await action.getBadgeText({ tabId: tab?.id ?? 0 })) === '')
        await new Promise((done) => setTimeout(done, 2));
      return Date.now();
    });
    await page.waitForTimeout(100);
    const left = await go(page, WITH_NOTE);
    times.push((await seen) - left);
  }
  return Math.max(...times);
}

/** The worst of a few in-page navigations away from the video with a note. */
async function timeToGone(page: Page, panel: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    await panel.waitForFunction(() => document.querySelectorAll('[data-section]').length > 0);
    await page.waitForTimeout(800);
    const gone = panel.evaluate(async () => {
      while (document.querySelectorAll('[data-section]').length > 0) await new Promise((done) => setTimeout(done, 2));
      return Date.now();
    });
    await page.waitForTimeout(100);
    const left = await go(page, WITHOUT_NOTE);
    times.push((await gone) - left);
    await go(page, WITH_NOTE);
  }
  return Math.max(...times);
}

/** The worst of several runs, each with another length of the video: times of a known length are remembered. */
async function costOfAction(page: Page, panel: Page): Promise<ActionCost> {
  const costs: ActionCost[] = [];
  for (let i = 0; i < ACTIONS; i++) {
    await page.goto(`https://www.youtube.com/watch?v=${WITH_NOTE}&length=${RECUT_SECONDS + 10 * i}`);
    await panel.locator('.exact button').first().waitFor();
    await page.waitForTimeout(2000);
    costs.push(await measureAction(page, panel));
  }
  return {
    page: Math.max(...costs.map((cost) => cost.page)),
    panel: Math.max(...costs.map((cost) => cost.panel)),
  };
}

const results = new Map<Setting, Measured>();
for (const setting of ['without the extension', 'panel closed', 'panel open'] as const) {
  results.set(setting, await measure(setting));
}
const base = results.get('without the extension');
const table = [...results].map(([setting, found]) => ({
  setting,
  'ours, ms/min': found.ours.toFixed(1),
  'all, ms/min': found.all.toFixed(0),
  'difference, ms/min': (found.all - (base?.all ?? 0)).toFixed(0),
  'heap, MB': found.heapMegabytes.toFixed(2),
  'heap difference, MB': (found.heapMegabytes - (base?.heapMegabytes ?? 0)).toFixed(2),
  'ours at load, longest, ms (worst of 5)': `${found.load.ours.toFixed(1)}, ${found.load.longest.toFixed(1)}`,
  'long tasks at 5 loads': found.longTasksAtLoad.map((ms) => ms.toFixed(0)).join(' ') || 'none',
  'badge, ms (worst of 5)': found.badgeMilliseconds ?? '',
  'note gone, ms (worst of 5)': found.goneMilliseconds ?? '',
  'longest task of the action, page, panel, ms': found.action
    ? `${found.action.page.toFixed(1)}, ${found.action.panel.toFixed(1)}`
    : '',
}));
console.table(table);

const closed = results.get('panel closed');
const open = results.get('panel open');
const limits: readonly (readonly [string, boolean])[] = [
  ['≤ 3 ms of script a minute with the panel closed', (closed?.ours ?? 99) <= 3],
  ['≤ 30 ms a minute with the panel open', (open?.ours ?? 99) <= 30],
  ['≤ +0.5 MB heap', (closed?.heapMegabytes ?? 99) - (base?.heapMegabytes ?? 0) <= 0.5],
  ['no task over 50 ms at load that is ours', (closed?.load.longest ?? 99) <= 50],
  ['≤ 100 ms from navigation until the panel no longer shows the note', (open?.goneMilliseconds ?? 999) <= 100],
  ['making the times exact: no task over 50 ms in the page', (open?.action?.page ?? 999) <= 50],
  ['making the times exact: no task over 50 ms in the panel', (open?.action?.panel ?? 999) <= 50],
  ['≤ 150 ms from navigation to badge', (closed?.badgeMilliseconds ?? 999) <= 150],
];
for (const [limit, kept] of limits) console.log(`${kept ? 'kept' : 'BROKEN'}: ${limit}`);
if (limits.some(([, kept]) => !kept)) process.exitCode = 1;

const figures = createFigures('bench:page');
for (const [setting, found] of results) {
  figures.add(`${setting}: ours, ms/min`, found.ours);
  figures.add(`${setting}: all script, ms/min`, found.all);
  figures.add(`${setting}: heap, MB`, found.heapMegabytes);
  figures.add(`${setting}: ours at load, ms`, found.load.ours);
  figures.add(`${setting}: ours at load, longest task, ms`, found.load.longest);
}
figures.add('making the times exact: longest task in the page, ms', open?.action?.page);
figures.add('making the times exact: longest task in the panel, ms', open?.action?.panel);
figures.add('badge, ms', closed?.badgeMilliseconds);
figures.add('note gone, ms', open?.goneMilliseconds);
figures.print();
