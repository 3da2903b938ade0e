/**
 * How fast the panel responds with the longest note: `npm run bench:panel`. Needs a build (`.output/chrome-mv3`) and Chromium.
 * Interactions are measured by the browser (Event Timing: from the input to the next paint), several times each. How soon the
 * panel shows something is measured by `npm run bench:opening`.
 */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { addNotes, longNote } from '../../tests/browser/panel-notes.ts';
import { createFigures, quantile } from '../figures.ts';

const VIDEO = 'https://www.youtube.com/watch?v=noNoteHere1';
const TIMES = 5;
const figures = createFigures('bench:panel');

const browser = await launchChromium({ extension: resolve(import.meta.dirname, '../../.output/chrome-mv3') });
await addNotes(browser, longNote());

const page = await browser.open(VIDEO);
const panel = await browser.openPanel(page);
await panel.locator('[data-section]').nth(190).waitFor({ state: 'attached' });

/** The longest interaction during `act`, in milliseconds; 0 when each took under 16 ms, the least that a browser reports. */
async function slowest(act: () => Promise<unknown>): Promise<number> {
  await panel.evaluate(() => {
    const seen = globalThis as unknown as { longest: number; watching?: PerformanceObserver };
    seen.longest = 0;
    seen.watching?.disconnect();
    seen.watching = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    });
    seen.watching.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await act();
  await panel.waitForTimeout(400);
  return panel.evaluate(() => (globalThis as unknown as { longest: number }).longest);
}

async function interaction(name: string, act: (panel: Page, time: number) => Promise<unknown>): Promise<void> {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await slowest(() => act(panel, time)));
  report(name, all);
}

const tab = (name: RegExp) => panel.getByRole('tab', { name });
await interaction('open a section', (_, time) => panel.locator('.section-toggle').nth(time).click());
await panel.getByRole('searchbox').first().focus();
await interaction('typing in the search of the note', () =>
  panel.getByRole('searchbox').first().pressSequentially('Term 8'),
);
await panel.getByRole('searchbox').first().fill('');
await interaction('to the glossary', async () => {
  await tab(/Glossary/).click();
  await panel.locator('.entry').nth(899).waitFor({ state: 'attached' });
});
await interaction('to the glossary and back', async () => {
  await tab(/Outline/).click();
  await tab(/Glossary/).click();
});
await panel.getByRole('searchbox', { name: 'Filter terms' }).focus();
await interaction('typing in the glossary', () => panel.getByRole('searchbox').last().pressSequentially('tanh'));

await tab(/Outline/).click();
await panel.getByRole('button', { name: /^(Close|Open) all$/ }).click();
const openAll = panel.getByRole('button', { name: 'Open all' });
if (await openAll.isVisible()) await openAll.click();
await panel.locator('.section-text .block').nth(380).waitFor({ state: 'attached' });
await interaction('everything open: close a section', (_, time) => panel.locator('.section-toggle').nth(time).click());
await interaction('everything open: a term', (_, time) => panel.locator('.section-text .term').nth(time).click());
await panel.getByRole('searchbox').first().focus();
await interaction('everything open: typing in the search of the note', () =>
  panel.getByRole('searchbox').first().pressSequentially('Term 8'),
);
await panel.getByRole('searchbox').first().fill('');
await interaction('everything open: to the summary and back', async () => {
  await tab(/Summary/).click();
  await tab(/Outline/).click();
});
await browser.close();
figures.print();

function report(name: string, all: readonly number[]): void {
  const [median, worst] = [quantile(all, 0.5), quantile(all, 1)];
  console.log(`${name}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
  figures.add(`${name}: median, ms`, median);
  figures.add(`${name}: worst, ms`, worst);
}
