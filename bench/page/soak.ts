/**
 * A long evening, sped up: `npm run soak`. In-page navigations between a video with a note and one without, then half an
 * hour of playback at 16 times the speed, with the panel open throughout. Afterwards page and panel must hold what they
 * held before, within 2 %: listeners, nodes and heap; and no console may have complained. Needs a build and Chromium.
 */
import { resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';

const NAVIGATIONS = Number(process.env.SOAK_NAVIGATIONS ?? 200);
const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
const SPEED = 16;
/** More than enough for caches and compiled code to settle; what grows after that is a leak. */
const WARM_UP = Number(process.env.SOAK_WARM_UP ?? 40);
const ALLOWED = 0.02;

const WITH_NOTE = 'v0gjI__RyCY';
const WITHOUT_NOTE = 'noNoteHere1';
const METRICS = ['JSEventListeners', 'Nodes', 'JSHeapUsedSize'] as const;
type Metrics = Record<(typeof METRICS)[number], number>;

const browser = await launchChromium({ extension: resolve(import.meta.dirname, '../../.output/chrome-mv3') });
const complaints: string[] = [];
browser.context.on('console', (message) => {
  if (message.type() === 'error') complaints.push(`${message.location().url}: ${message.text()}`);
});
browser.context.on('weberror', (error) => complaints.push(String(error.error())));

let failed = false;
try {
  const page = await browser.open(`https://www.youtube.com/watch?v=${WITH_NOTE}`);
  const panel = await browser.openPanel(page);
  const sessions = { page: await sessionOf(page), panel: await sessionOf(panel) };

  await navigate(page, panel, WARM_UP);
  await play(page, 1);
  const before = await measure(sessions);
  console.log(`warm after ${WARM_UP} navigations and a minute of playback`);
  await navigate(page, panel, NAVIGATIONS);
  const navigated = await measure(sessions);
  await play(page, MINUTES);
  const played = await measure(sessions);

  for (const where of ['page', 'panel'] as const) {
    for (const name of METRICS) {
      const [from, to, end] = [before[where][name], navigated[where][name], played[where][name]];
      const growth = end / from - 1;
      if (growth > ALLOWED) failed = true;
      console.log(
        `${growth > ALLOWED ? '✗' : '✓'} ${where} ${name}: ${from} → ${to} after ${NAVIGATIONS} navigations → ${end} after ` +
          `${MINUTES} minutes (${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(2)} %)`,
      );
    }
  }
} finally {
  await browser.close();
}
for (const complaint of complaints) console.log(`✗ console: ${complaint}`);
console.log(complaints.length === 0 ? '✓ no console complained' : `✗ ${complaints.length} complaints`);
process.exit(failed || complaints.length > 0 ? 1 : 0);

async function sessionOf(target: Page): Promise<CDPSession> {
  const session = await target.context().newCDPSession(target);
  await session.send('Performance.enable');
  return session;
}

/** There and back, so that an even number ends where it began. Each is seen in the panel before the next. */
async function navigate(page: Page, panel: Page, times: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    const away = count % 2 === 0;
    await page
      .locator(`a[data-id="${away ? WITHOUT_NOTE : WITH_NOTE}"]`)
      .first()
      .click();
    await panel
      .locator(away ? 'h1:not(:has-text("Jeff Dean"))' : '[data-section]')
      .first()
      .waitFor();
    if (count % 50 === 49) console.log(`… ${count + 1} navigations`);
  }
}

/** Plays so many minutes of the video from its beginning, and leaves it paused at the beginning. */
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

async function measure(sessions: { page: CDPSession; panel: CDPSession }): Promise<{ page: Metrics; panel: Metrics }> {
  // What is still under way after the last step must not count.
  await new Promise((done) => setTimeout(done, 3000));
  return { page: await metricsOf(sessions.page), panel: await metricsOf(sessions.panel) };
}

async function metricsOf(session: CDPSession): Promise<Metrics> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    JSEventListeners: read('JSEventListeners'),
    Nodes: read('Nodes'),
    JSHeapUsedSize: read('JSHeapUsedSize'),
  };
}
