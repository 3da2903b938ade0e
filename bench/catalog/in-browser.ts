import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { type FuseFilter, filterParts } from '../../core/catalog/fuse-filter.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { serveCatalog } from '../../scripts/catalog-folder.ts';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { CORS, type Trouble } from '../../tests/catalog-host/host.ts';
import { addVideo } from '../../tests/stand-in/videos.ts';
import { launchBareChromium } from '../browser/bare-chromium.ts';
import { workerHeap } from '../browser/worker-heap.ts';
import { quantile } from '../figures.ts';

/** @param most What the issue allows, if it says. */
export type Print = (name: string, value: number, unit: string, most?: number) => void;

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
/** A line of 10 Mbit/s that is 50 ms away. */
const BYTES_A_MS = 1250;
const AWAY_MS = 50;
/** Parts are as large as the time that has passed allows: timers are late on a busy machine. */
const PART_MS = 4;
/** Longer than any opening takes; asking sooner would disturb it. */
const SETTLED_MS = 2000;
/** Starts of the browser for the time of a first match. */
const STARTS = 5;

const slowly: Trouble = (_, response, contents) => {
  void (async () => {
    await sleep(AWAY_MS);
    if (!contents) return void response.writeHead(404, CORS).end();
    response.writeHead(200, { ...CORS, 'content-length': contents.length });
    const begun = performance.now();
    for (let sent = 0; sent < contents.length; ) {
      await sleep(PART_MS);
      const due = Math.floor((performance.now() - begun) * BYTES_A_MS);
      response.write(contents.subarray(sent, due));
      sent = due;
    }
    response.end();
  })();
  return true;
};

/** Milliseconds from the panel's opening to the text of a note that has to be fetched, over a slow line. */
export async function measureOpening(folder: string, videos: readonly VideoId[], print: Print): Promise<void> {
  const { host } = await serveCatalog(folder);
  const browser = await launchBareChromium(EXTENSION);
  try {
    await browser.addCatalog(host.address);
    host.trouble(slowly);
    const times: number[] = [];
    const onTheLine: number[] = [];
    let requests = 0;
    for (const videoId of videos) {
      addVideo(videoId, 'A video of the catalog');
      const video = await browser.openVideo(`https://www.youtube.com/watch?v=${videoId}`);
      await sleep(1000);
      host.asked();
      await video.openPanel();
      // The skeleton before it has no text.
      const { firstContentfulPaint, hasNote } = await browser.shown('/sidepanel.html', SETTLED_MS);
      const asked = host.asked();
      if (asked.length > 0) {
        times.push((hasNote ? firstContentfulPaint : null) ?? Number.POSITIVE_INFINITY);
        onTheLine.push(AWAY_MS + asked.reduce((sum, { bytes }) => sum + bytes, 0) / BYTES_A_MS);
      }
      requests += asked.length;
      await video.close();
    }
    print('note not here: openings', times.length, '');
    print('note not here: requests an opening', requests / times.length, '', 1);
    print(
      'note not here: openings without its text',
      times.filter((time) => time === Number.POSITIVE_INFINITY).length,
      '',
      0,
    );
    print('note not here: the line alone, 95th percentile', quantile(onTheLine, 0.95), 'ms');
    print('note not here: panel to its text, median', quantile(times, 0.5), 'ms');
    print('note not here: panel to its text, 95th percentile', quantile(times, 0.95), 'ms', 600);
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Measures what a filter costs the service worker: the time to read it after the browser's start, and memory. */
export async function measureWorker(count: number, filter: FuseFilter, video: VideoId, print: Print): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-bench-'));
  const { fingerprints: _, ...shape } = filter;
  try {
    const empty = await heapOnceAsked(profile, video);
    await withBrowser(profile, async (browser) => {
      const page = await browser.open(`${browser.origin}/library.html`);
      await page.locator('.catalog-address').waitFor();
      await page.evaluate(
        async ({ parts, shape }) => {
          const database = await new Promise<IDBDatabase>((done) => {
            const request = indexedDB.open('sleevenotes-catalogs');
            request.onsuccess = () => done(request.result);
          });
          const transaction = database.transaction(['membership', 'filters'], 'readwrite');
          transaction.objectStore('membership').put({ id: 'bench', shape, since: new Map(), removed: false });
          for (const [at, part] of parts.entries()) {
            const bytes = Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0));
            transaction.objectStore('filters').put(new Uint16Array(bytes.buffer), ['bench', at]);
          }
          await new Promise((done) => {
            transaction.oncomplete = done;
          });
        },
        { parts: filterParts(filter).map((part) => Buffer.from(part.buffer).toString('base64')), shape },
      );
    });
    const times: number[] = [];
    for (let start = 0; start < STARTS; start++)
      times.push(await withBrowser(profile, ({ context }) => firstMatch(context, filterParts(filter).length - 1)));
    print(`${count} videos: matching in a cold service worker, median`, quantile(times, 0.5), 'ms', 20);
    print(`${count} videos: matching in a cold service worker, slowest of ${STARTS}`, Math.max(...times), 'ms');
    print(`${count} videos: service worker, memory with it`, (await heapOnceAsked(profile, video)) / 1e6, 'MB');
    print(`${count} videos: service worker, memory without`, empty / 1e6, 'MB');
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Milliseconds to read what a match needs, as in-catalogs.ts does it when a worker that has just started is told of a video. */
async function firstMatch(context: BrowserContext, last: number): Promise<number> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  return worker.evaluate(async (last) => {
    const begun = performance.now();
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('sleevenotes-catalogs');
      request.onsuccess = () => done(request.result);
    });
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const records = await answer(database.transaction('membership').objectStore('membership').getAll());
    // Of the parts that a video may need three are the most.
    const parts = await Promise.all(
      [last - 2, last - 1, last].map((part) =>
        answer(
          database
            .transaction('filters')
            .objectStore('filters')
            .get(['bench', Math.max(0, part)]),
        ),
      ),
    );
    const took = performance.now() - begun;
    if (records.length !== 1 || parts.some((part) => !(part instanceof Uint16Array)))
      throw new Error('the stored filter was not found');
    return took;
  }, last);
}

/** The service worker's heap after a visit to a video. */
const heapOnceAsked = (profile: string, video: VideoId) =>
  withBrowser(profile, async (browser) => {
    addVideo(video, 'A video');
    await browser.open(`https://www.youtube.com/watch?v=${video}`);
    await sleep(2000);
    const page = await browser.context.newPage();
    return workerHeap(await browser.context.newCDPSession(page));
  });

async function withBrowser<T>(profile: string, work: (browser: ChromiumWithExtension) => Promise<T>): Promise<T> {
  const browser = await launchChromium({ extension: EXTENSION, profile });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
