/**
 * What 10,000 marks cost the library page: `npm run bench:marks [-- --marks N] [-- --json]`. Needs a build
 * (`.output/chrome-mv3`) and Chromium. Alternates with a browser without marks, so that other load on the machine slows
 * both.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { createFigures, quantile } from '../figures.ts';

const { values } = parseArgs({ options: { marks: { type: 'string', default: '10000' }, json: { type: 'boolean' } } });
const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
const ROUNDS = 5;

/** Stores marks of a few hundred videos as the extension does. Runs in a page of the extension that has created the database. */
async function storeMarks(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('sleevenotes-marks');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const words = ['glass', 'sand', '透镜', 'polish', 'focus', '焦点', 'grind', 'blank', 'Überlegung', 'meniscus'];
  const some = (at: number, length: number) =>
    Array.from({ length }, (_, place) => words[(at * 7 + place * 3) % words.length]).join(' ');
  const transaction = database.transaction('marks', 'readwrite');
  for (let at = 0; at < count; at++) {
    transaction.objectStore('marks').put({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      video: `bench${String(at % 300).padStart(6, '0')}`,
      videoTitle: `Talk ${at % 300} on ${some(at, 3)}`,
      at: (at * 13) % 7200,
      words: `${some(at, 6)} ${at}`,
      quote: { kind: 'caption', text: some(at + 1, 18) },
      section: { note: 'own folder:talks a.md', id: 's', title: some(at, 4) },
      starred: at % 9 === 0,
      created: 1_790_000_000_000 + at * 60_000,
      changed: 1_790_000_000_000 + at * 60_000,
      deleted: null,
    });
  }
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
  database.close();
}

interface Opened {
  /** From the section's heading to the list, or to the message in its place, in milliseconds. */
  readonly list: number;
  readonly tasks: readonly number[];
}

/** Opens the library, and searches if there are marks. */
async function openLibrary(browser: ChromiumWithExtension, search: boolean): Promise<Opened> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    const seen: Record<string, number> = {};
    Object.assign(globalThis, { longTasks: tasks, seen });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    new MutationObserver(() => {
      if (document.querySelector('#marks-title')) seen.title ??= performance.now();
      if (document.querySelector('.mark-list li, .mark-list .empty')) seen.list ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${browser.origin}/library.html`);
  await page.locator('.mark-list li, .mark-list .empty').first().waitFor();
  if (search) {
    const field = page.locator('.mark-list input[type=search]');
    await page.waitForTimeout(500);
    for (const query of ['m', 'me', 'men', 'meniscus 透镜', '']) await field.fill(query);
    await page.locator('.mark-list select').nth(1).selectOption('date');
    await page.waitForTimeout(200);
  }
  const opened = await page.evaluate(() => {
    const { longTasks, seen } = globalThis as unknown as { longTasks: number[]; seen: Record<string, number> };
    return { list: (seen.list ?? Number.NaN) - (seen.title ?? Number.NaN), tasks: longTasks };
  });
  await page.close();
  return opened;
}

const figures = createFigures('bench:marks');
const print = (name: string, value: string) => console.log(`${name.padEnd(48)}${value}`);
const round = (list: readonly number[]) => list.map(Math.round).join(', ');

const many = await launchChromium({ extension: EXTENSION });
const none = await launchChromium({ extension: EXTENSION });
try {
  await openLibrary(many, false);
  await openLibrary(none, false);
  const page = await many.context.newPage();
  await page.goto(`${many.origin}/welcome.html`);
  await page.evaluate(storeMarks, Number(values.marks));
  await page.close();
  const rounds: Opened[] = [];
  const alone: Opened[] = [];
  for (let at = 0; at < ROUNDS; at++) {
    rounds.push(await openLibrary(many, true));
    alone.push(await openLibrary(none, false));
  }
  const lists = rounds.map(({ list }) => list);
  const longest = rounds.map(({ tasks }) => Math.max(0, ...tasks));
  const longestAlone = alone.map(({ tasks }) => Math.max(0, ...tasks));
  print(`list of ${values.marks} marks`, `${round(lists)} ms`);
  print('without marks', `${round(alone.map(({ list }) => list))} ms`);
  print('longest task: opening, searching, by day', `${round(longest)} ms`);
  print('without marks', `${round(longestAlone)} ms`);
  figures.add('list of all marks, median, ms', quantile(lists, 0.5));
  figures.add('longest task with all marks, median, ms', quantile(longest, 0.5));
  figures.add('longest task without marks, median, ms', quantile(longestAlone, 0.5));
} finally {
  await many.close();
  await none.close();
}
figures.print();
