import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeFilter, type FuseFilter } from '../../core/catalog/fuse-filter.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { serveCatalog, subscribe } from '../../scripts/catalog-folder.ts';
import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';
import { CORS, type Trouble } from '../../tests/catalog-host/host.ts';
import { addVideo } from '../../tests/stand-in/videos.ts';
import { workerHeap } from '../browser/worker-heap.ts';
import { quantile } from '../figures.ts';

type Print = (name: string, value: number, unit: string) => void;

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
/** A connection of 10 Mbit/s with 50 ms of latency, in parts of 10 ms. */
const PART = 12_500;
const PART_MS = 10;
const AWAY_MS = 50;

const slowly: Trouble = (_, response, contents) => {
  void (async () => {
    await sleep(AWAY_MS);
    if (!contents) return void response.writeHead(404, CORS).end();
    response.writeHead(200, { ...CORS, 'content-length': contents.length });
    for (let at = 0; at < contents.length; at += PART) {
      response.write(contents.subarray(at, at + PART));
      await sleep(PART_MS);
    }
    response.end();
  })();
  return true;
};

/** Measures the milliseconds from the panel's opening to the first section of a note that has to be fetched, over a slow line. */
export async function measureOpening(folder: string, videos: readonly VideoId[], print: Print): Promise<void> {
  const { host } = await serveCatalog(folder);
  const browser = await launchChromium({ extension: EXTENSION });
  try {
    await subscribe(browser, host.address);
    host.trouble(slowly);
    const times: number[] = [];
    for (const videoId of videos) {
      addVideo(videoId, 'A video of the catalog');
      const page = await browser.open(`https://www.youtube.com/watch?v=${videoId}`);
      await page.locator('[data-sleevenotes="button"]').first().waitFor();
      await sleep(500);
      host.asked();
      const panel = await browser.openPanel(page);
      const shown = await panel.waitForFunction(() => document.querySelector('[data-section]') && performance.now());
      if (host.asked().length > 0) times.push((await shown.jsonValue()) ?? Number.NaN);
      await panel.close();
      await page.close();
    }
    print('note not here, panel to first section, median', quantile(times, 0.5), 'ms');
    print('note not here, panel to first section, 95th percentile', quantile(times, 0.95), 'ms');
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Measures what a filter costs the service worker: the time to read it after the browser's start, and memory. */
export async function measureWorker(count: number, filter: FuseFilter, video: VideoId, print: Print): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-bench-'));
  try {
    const empty = await heapOnceAsked(profile, video);
    await withBrowser(profile, async (browser) => {
      const page = await browser.open(`${browser.origin}/library.html`);
      await page.locator('.catalog-address').waitFor();
      await page.evaluate(
        async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const database = await new Promise<IDBDatabase>((done) => {
            const request = indexedDB.open('sleevenotes-catalogs');
            request.onsuccess = () => done(request.result);
          });
          const transaction = database.transaction('membership', 'readwrite');
          transaction.objectStore('membership').put({ id: 'bench', filter: bytes, since: new Map(), removed: false });
          await new Promise((done) => {
            transaction.oncomplete = done;
          });
        },
        Buffer.from(encodeFilter(filter)).toString('base64'),
      );
    });
    const read = await withBrowser(profile, async ({ context }) =>
      context.serviceWorkers()[0]?.evaluate(async () => {
        const begun = performance.now();
        const database = await new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open('sleevenotes-catalogs');
          request.onsuccess = () => done(request.result);
        });
        await new Promise((done) => {
          database.transaction('membership').objectStore('membership').getAll().onsuccess = done;
        });
        return performance.now() - begun;
      }),
    );
    print(`${count} videos: a cold service worker reads the filter`, read ?? Number.NaN, 'ms');
    print(`${count} videos: service worker, heap with it`, (await heapOnceAsked(profile, video)) / 1e6, 'MB');
    print(`${count} videos: service worker, heap without`, empty / 1e6, 'MB');
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
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
