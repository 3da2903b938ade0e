/**
 * A long evening, sped up: `npm run soak`. In-page navigations between a video with a note and one without, then half an hour of
 * playback at 16 times the speed, with the panel open throughout. Afterwards listeners, nodes and heap of page and panel must be
 * within 2 % of what they were before, and no console may have an error. Needs a build and Chromium. docs/youtube.md explains
 * the length of the warm-up. `npm run soak -- --without` runs the stand-in alone.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { heapByKind } from './heap-by-kind.ts';

/** In the service worker. */
declare const chrome: { readonly runtime: { reload(): void } };

const { without, jit } = parseArgs({
  options: { without: { type: 'boolean', default: false }, jit: { type: 'boolean', default: false } },
}).values;
const NAVIGATIONS = Number(process.env.SOAK_NAVIGATIONS ?? 200);
const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
const SPEED = 16;
/** During the warm-up caches fill and functions are compiled lazily; growth afterwards is a leak. */
const WARM_UP = Number(process.env.SOAK_WARM_UP ?? 100);
const WARM_UP_MINUTES = 5;
const SAMPLE_EVERY = 50;
const ALLOWED = 0.02;

const WITH_NOTE = 'v0gjI__RyCY';
const WITHOUT_NOTE = 'noNoteHere1';
const METRICS = ['JSEventListeners', 'Nodes', 'JSHeapUsedSize'] as const;
type Metrics = Record<(typeof METRICS)[number] | 'heap without machine code', number>;

const browser = await launchChromium({
  extension: resolve(process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3')),
  switches: jit ? [] : ['--js-flags=--no-opt,--no-maglev,--no-sparkplug'],
});
const complaints: string[] = [];
browser.context.on('console', (message) => {
  if (message.type() === 'error') complaints.push(`${message.location().url}: ${message.text()}`);
});
browser.context.on('weberror', (error) => complaints.push(String(error.error())));

let failed = false;
try {
  // An extension from the command line that reloads itself stays disabled, which leaves the page alone.
  if (without)
    await browser.context
      .serviceWorkers()[0]
      ?.evaluate(() => chrome.runtime.reload())
      .catch(() => undefined);
  const page = await browser.open(`https://www.youtube.com/watch?v=${WITH_NOTE}`);
  const panel = without ? null : await browser.openPanel(page);
  const sessions = new Map<string, CDPSession>([['page', await sessionOf(page)]]);
  if (panel) sessions.set('panel', await sessionOf(panel));

  await navigate(page, panel, WARM_UP, sessions);
  await play(page, WARM_UP_MINUTES);
  const before = await measure(sessions);
  console.log(`warm after ${WARM_UP} navigations and ${WARM_UP_MINUTES} minutes of playback`);
  await navigate(page, panel, NAVIGATIONS, sessions);
  const navigated = await measure(sessions);
  await play(page, MINUTES);
  const played = await measure(sessions);

  for (const [where, from] of before) {
    for (const name of Object.keys(from) as (keyof Metrics)[]) {
      const values = [from, navigated.get(where), played.get(where)].map((metrics) => metrics?.[name] ?? Number.NaN);
      const [first = Number.NaN, middle = Number.NaN, last = Number.NaN] = values;
      const growth = last / first - 1;
      const kept = Math.abs(growth) <= ALLOWED || growth < 0;
      if (!kept) failed = true;
      console.log(
        `${kept ? '✓' : '✗'} ${where} ${name}: ${first} → ${middle} after ${NAVIGATIONS} navigations → ${last} after ` +
          `${MINUTES} minutes (${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(2)} %)`,
      );
    }
  }
} finally {
  await browser.close();
}
for (const complaint of complaints) console.log(`✗ console: ${complaint}`);
console.log(complaints.length === 0 ? '✓ no errors in a console' : `✗ ${complaints.length} errors in a console`);
process.exit(failed || complaints.length > 0 ? 1 : 0);

async function sessionOf(target: Page): Promise<CDPSession> {
  const session = await target.context().newCDPSession(target);
  await session.send('Performance.enable');
  return session;
}

/** Navigates back and forth; an even number ends where it began. Waits for the panel after each. */
async function navigate(
  page: Page,
  panel: Page | null,
  times: number,
  sampled: ReadonlyMap<string, CDPSession>,
): Promise<void> {
  for (let count = 0; count < times; count++) {
    const away = count % 2 === 0;
    await page
      .locator(`a[data-id="${away ? WITHOUT_NOTE : WITH_NOTE}"]`)
      .first()
      .click();
    await panel
      ?.locator(away ? 'h1:not(:has-text("Jeff Dean"))' : '[data-section]')
      .first()
      .waitFor();
    if (!panel) await page.waitForTimeout(250);
    if (count % SAMPLE_EVERY !== SAMPLE_EVERY - 1) continue;
    const heaps = [...sampled].map(async ([name, session]) => {
      const { JSHeapUsedSize } = await metricsOf(session);
      return `${name} ${(JSHeapUsedSize / 1e6).toFixed(3)} MB`;
    });
    console.log(`… ${count + 1} navigations: ${(await Promise.all(heaps)).join(', ')}`);
  }
}

/** Plays some minutes of the video from its beginning, and leaves it paused at the beginning. */
async function play(page: Page, minutes: number): Promise<void> {
  await page.evaluate(
    ({ speed }) => {
      const video = document.querySelector('video');
      if (!video) throw new Error('no video');
      video.currentTime = 0;
      video.playbackRate = speed;
      void video.play();
    },
    { speed: SPEED },
  );
  await page.waitForFunction((until) => (document.querySelector('video')?.currentTime ?? 0) >= until, minutes * 60, {
    timeout: (minutes * 60_000) / SPEED + 120_000,
    polling: 1000,
  });
  await page.evaluate(() => {
    const video = document.querySelector('video');
    video?.pause();
    if (video) video.currentTime = 0;
  });
}

async function measure(sessions: ReadonlyMap<string, CDPSession>): Promise<ReadonlyMap<string, Metrics>> {
  // Let pending work finish.
  await new Promise((done) => setTimeout(done, 3000));
  const measured = new Map<string, Metrics>();
  for (const [name, session] of sessions) {
    const metrics = await metricsOf(session);
    const { code, all } = await heapByKind(session);
    measured.set(name, { ...metrics, 'heap without machine code': all - code });
  }
  return measured;
}

async function metricsOf(session: CDPSession): Promise<Record<(typeof METRICS)[number], number>> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    JSEventListeners: read('JSEventListeners'),
    Nodes: read('Nodes'),
    JSHeapUsedSize: read('JSHeapUsedSize'),
  };
}
