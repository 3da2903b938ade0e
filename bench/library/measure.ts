/**
 * What a large library costs: `npm run bench:library [-- --notes N] [-- FOLDER …]`. Needs a build (`.output/chrome-mv3`)
 * and Chromium.
 *
 * Without folders, N notes (500) are generated with the sizes of the real archive: median 11 kB, mean 39 kB, a few of hundreds.
 * Their text is made-up words, so they compress worse than prose. Then `--titles M` (9,180) short notes are added, each with as
 * many terms as a note of the archive (21), which repeat as they do there, to measure matching, popup and list with as many
 * notes as the archive. `--popup` measures the popup alone, after adding the short notes, with any build that
 * SLEEVENOTES_EXTENSION names.
 */
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { dropOn } from '../../tests/browser/library-world.ts';
import { createFigures, quantile } from '../figures.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { archiveSize, createTerms, generateFolder, generateNote, pick, sizeOf, WORDS } from './made-up-notes.ts';
import { comparePopups, popupTime } from './popup-time.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notes: { type: 'string', default: '500' },
    titles: { type: 'string', default: '9180' },
    popup: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
const MB = 1_000_000;

/** The peak memory in MB of the browser's largest renderer, that of the extension's page and its workers. */
async function largestRenderer(browser: ChromiumWithExtension): Promise<number> {
  const devtools = await browser.context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {};
  const peaks = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
      }),
  );
  return Math.max(0, ...peaks);
}

const usage = (page: Page) => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

async function importFolder(page: Page, folder: string): Promise<{ seconds: number; counts: string }> {
  const begun = Date.now();
  // Dropped, so that the browser reads it as for a viewer; passing a list of files by the driver would block the page for seconds.
  await dropOn(page, '.add-notes', [folder]);
  await page.locator('.import-report .end').waitFor({ timeout: 3_600_000 });
  const seconds = (Date.now() - begun) / 1000;
  const counts = (await page.locator('.outcomes').innerText()).replaceAll(/\s+/g, ' ');
  await page.getByRole('button', { name: 'Close the report' }).click();
  return { seconds, counts };
}

const figures = createFigures('bench:library');
const print = (name: string, value: string) => console.log(`${name.padEnd(48)}${value}`);

const browser = await launchChromium({ extension: EXTENSION });
const made: string[] = [];
try {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.goto(`${browser.origin}/library.html`);
  await page.locator('.note-list').waitFor();
  const longTasks = () =>
    page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0).map(Math.round));
  await longTasks();

  if (positionals.length === 0 && !values.popup)
    made.push(await generateFolder(Number(values.notes), (at) => generateNote(at, archiveSize())));
  // The browser would resolve a relative path in its own folder.
  for (const folder of [...positionals.map((path) => resolve(path)), ...made]) {
    const bytes = await sizeOf(folder);
    const before = await usage(page);
    const { seconds, counts } = await importFolder(page, folder);
    print('imported', `${(bytes / MB).toFixed(1)} MB from ${folder}: ${counts}`);
    print('speed', `${(bytes / MB / seconds).toFixed(2)} MB/s`);
    figures.add('import, MB/s', bytes / MB / seconds);
    print('tasks over 50 ms on the page (ms)', JSON.stringify(await longTasks()));
    const stored = ((await usage(page)) - before) / bytes;
    const peak = await largestRenderer(browser);
    print('storage per byte of notes', stored.toFixed(2));
    print('peak of page and workers', `${peak.toFixed(0)} MB`);
    figures.add('storage per byte of notes', stored);
    figures.add('import, peak of page and workers, MB', peak);
  }

  const terms = createTerms(Number(values.titles), 100_000);
  const titles = await generateFolder(Number(values.titles), (at) => terms(100_000 + at));
  made.push(titles);
  const { seconds } = await importFolder(page, titles);
  print('short notes added', `${values.titles} in ${seconds.toFixed(0)} s`);
  print('peak of page and workers', `${(await largestRenderer(browser)).toFixed(0)} MB`);
  print('tasks over 50 ms on the page (ms)', JSON.stringify(await longTasks()));

  if (!values.popup) await measureList();
  const { all, alone } = await comparePopups(
    browser,
    EXTENSION,
    (share) => `only${Math.floor(100_000 + share * Number(values.titles))}`,
  );
  print('popup, first result after opening', `${all.map(Math.round).join(', ')} ms`);
  print('with bundled notes alone', `${alone.map(Math.round).join(', ')} ms`);
  figures.add('popup, first result with all notes, median, ms', quantile(all, 0.5));
  figures.add('popup, first result with bundled notes alone, median, ms', quantile(alone, 0.5));
  const ratio = quantile(all, 0.5) / quantile(alone, 0.5);
  print('the one to the other', ratio.toFixed(2));
  figures.add('popup, first result, all notes to bundled ones alone', ratio);
  if (!values.popup) await measureSearch();

  async function measureList(): Promise<void> {
    await page.reload();
    const listed = Date.now();
    await page.locator('.notes h3').nth(5).waitFor();
    const shown = Date.now() - listed;
    print('list of all notes shown after', `${shown} ms`);
    figures.add('list of all notes, ms', shown);
    const search = page.getByRole('searchbox');
    for (const query of ['1', '10', '']) await search.fill(query);
    await page.locator('.filters select').last().selectOption('title');
    await page.locator('.notes h3').nth(5).waitFor();
    print('tasks over 50 ms, list, search, sort (ms)', JSON.stringify(await longTasks()));
  }

  async function measureSearch(): Promise<void> {
    const { reading, opening, first, last } = await measureKeystrokes(browser);
    print('index of own names, read / opened', `${reading.toFixed(1)} / ${opening.toFixed(1)} ms`);
    const [names, everything] = [quantile(first, 0.95), quantile(last, 0.95)];
    print(
      'keystroke, 95th percentile',
      `names and readings ${names.toFixed(1)} ms, everything ${everything.toFixed(1)} ms`,
    );
    figures.add('keystroke, names and readings, 95th percentile, ms', names);
    figures.add('keystroke, everything, 95th percentile, ms', everything);
    const common: number[] = [];
    for (const query of [pick(WORDS), pick(WORDS)]) common.push(await popupTime(browser, query));
    print('the same for words of many notes', `${common.map(Math.round).join(', ')} ms`);
    print('largest renderer', `${(await largestRenderer(browser)).toFixed(0)} MB`);
    figures.add('largest renderer, MB', await largestRenderer(browser));

    const worker = browser.context.serviceWorkers()[0];
    const match = await worker?.evaluate(async () => {
      // The same query as platform/store/has-note.ts, which cannot be called from outside its bundle.
      const opened = performance.now();
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('sleevenotes-library');
        request.onsuccess = () => done(request.result);
      });
      const opening = performance.now() - opened;
      const times: number[] = [];
      for (let at = 0; at < 200; at++) {
        const begun = performance.now();
        await new Promise((done) => {
          const id = `bench${String(100_000 + at * 40).padStart(6, '0')}`;
          database.transaction('episodes').objectStore('episodes').getKey(id).onsuccess = done;
        });
        times.push(performance.now() - begun);
      }
      database.close();
      return { opening, times };
    });
    if (match) {
      const [middle, slow] = [quantile(match.times, 0.5), quantile(match.times, 0.95)];
      print('matching a video, median / 95th percentile', `${middle.toFixed(2)} / ${slow.toFixed(2)} ms`);
      figures.add('matching a video, median, ms', middle);
      figures.add('matching a video, 95th percentile, ms', slow);
      print('opening the library once a worker', `${match.opening.toFixed(1)} ms`);
    }
  }
} finally {
  await browser.close();
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
}
figures.print();
