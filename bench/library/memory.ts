/**
 * What a library costs in memory: `npm run bench:library:memory [-- 0 1000 9180]`. Needs a build (`.output/chrome-mv3`) and
 * Chromium.
 *
 * For each number of notes the browser is restarted with the same profile, so that nothing of the import is left in memory.
 * Measured after a garbage collection: the service worker's heap after it has looked up 200 videos; the popup's heap when it has
 * opened, after a first result, and after a search through all names; and the private memory of the extension's process.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { dropOn } from '../../tests/browser/library-world.ts';
import { workerHeap } from '../browser/worker-heap.ts';
import { createFigures, plainArguments } from '../figures.ts';
import { createTerms, generateFolder } from './made-up-notes.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
const figures = createFigures('bench:library:memory');
const sizes = plainArguments().map(Number);
const COUNTS = sizes.length > 0 ? sizes : [0, 1000, 9180];
const FIRST = 100_000;

async function addNotes(profile: string, count: number): Promise<void> {
  const browser = await launchChromium({ extension: EXTENSION, profile });
  const terms = createTerms(count, FIRST);
  const folder = await generateFolder(count, (at) => terms(FIRST + at));
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/library.html`);
  await page.locator('.note-list').waitFor();
  await dropOn(page, '.add-notes', [folder]);
  await page.locator('.import-report .end').waitFor({ timeout: 3_600_000 });
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

/** The private memory of the extension's process in bytes. */
async function privateMemory(devtools: CDPSession): Promise<number> {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const sums = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
        return Number(/Private_Dirty:\s+(\d+)/.exec(rollup)?.[1] ?? 0) * 1024;
      }),
  );
  return Math.max(0, ...sums);
}

async function lookUp(popup: Page, query: string): Promise<void> {
  await popup.getByRole('combobox').fill(query);
  await popup.getByRole('option').first().waitFor();
}

async function measure(browser: ChromiumWithExtension, count: number): Promise<void> {
  const devtools = await browser.context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('no way to the browser');
  const print = (name: string, bytes: number) => {
    console.log(`${String(count).padStart(6)}  ${name.padEnd(48)}${(bytes / 1_000_000).toFixed(1)} MB`);
    figures.add(`${count} notes: ${name}, MB`, bytes / 1_000_000);
  };

  // Each visit makes the worker look for a note.
  const page = await browser.open('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await page.locator('[data-sleevenotes="button"]').first().waitFor();
  print('service worker, badge shown', await workerHeap(devtools));
  await browser.context.serviceWorkers()[0]?.evaluate(async () => {
    // The same query as platform/store/has-note.ts, which cannot be called from outside its bundle.
    const database = await new Promise<IDBDatabase | null>((done) => {
      const request = indexedDB.open('sleevenotes-library');
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    });
    if (!database) return;
    for (let at = 0; at < 200; at++) {
      await new Promise((done) => {
        const id = `bench${String(100_000 + at * 40).padStart(6, '0')}`;
        database.transaction('episodes').objectStore('episodes').getKey(id).onsuccess = done;
      });
    }
    database.close();
  });
  print('service worker, 200 videos asked for', await workerHeap(devtools));

  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html`);
  await popup.getByRole('combobox').waitFor();
  print('popup, opened', await heapOf(popup));
  await lookUp(popup, count > 0 ? `only${FIRST}` : 'MapReduce');
  print('popup, first result', await heapOf(popup));
  // A query with a slip makes it search all names.
  await lookUp(popup, 'MapRedcue');
  await popup.waitForTimeout(3000);
  print('popup, all names searched', await heapOf(popup));
  print("the extension's process, with worker and popup", await privateMemory(devtools));
}

const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-memory-'));
try {
  for (const count of COUNTS) {
    if (count > 0) await addNotes(profile, count);
    const browser = await launchChromium({ extension: EXTENSION, profile });
    try {
      await measure(browser, count);
    } finally {
      await browser.close();
    }
  }
} finally {
  await rm(profile, { recursive: true, force: true });
}
figures.print();
