/**
 * How soon panel and popup show something: `npm run bench:opening [-- BUILD …]`. Needs a build (`.output/chrome-mv3`), Chromium
 * and openssl. Several builds alternate, so that changes of the machine's load affect all of them alike.
 *
 * Milliseconds from each page's own time origin. The reference loop's time shows how busy the machine was: compare it with its
 * time at rest.
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { longNote } from '../../tests/browser/panel-notes.ts';
import { launchBareChromium } from '../browser/bare-chromium.ts';
import { createFigures, plainArguments, quantile } from '../figures.ts';

const given = plainArguments();
const builds = (given.length > 0 ? given : [resolve(import.meta.dirname, '../../.output/chrome-mv3')]).map((each) =>
  resolve(each),
);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const TIMES = 5;
/** Longer than any opening takes; inspecting the page earlier would disturb it. */
const SETTLED_MS = 1500;
const VIDEOS = { 'bundled note': 'v0gjI__RyCY', 'own note, 191 sections, 900 terms': 'noNoteHere1' };

const found = new Map<string, (number | null)[]>();
const note = (name: string, time: number | null) => found.set(name, [...(found.get(name) ?? []), time]);

const loops: number[] = [];
function loop(): void {
  const begun = performance.now();
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum += i % 7;
  loops.push(sum > 0 ? performance.now() - begun : 0);
}

for (let round = 0; round < ROUNDS; round++) {
  for (const build of builds) {
    const browser = await launchBareChromium(build);
    try {
      await browser.addNotes(longNote());
      loop();
      for (const [kind, id] of Object.entries(VIDEOS)) {
        for (let time = 0; time < TIMES; time++) {
          const name = `${builds.length > 1 ? `${build}: ` : ''}${kind}: `;
          const video = await browser.openVideo(`https://www.youtube.com/watch?v=${id}`);
          // Wait until the page is idle, as it usually is when a viewer opens the panel.
          await sleep(1000);
          await video.openPanel();
          const panel = await browser.shown('/sidepanel.html', SETTLED_MS);
          note(`${name}panel, first paint (skeleton or note)`, panel.firstPaint);
          note(`${name}panel, the note`, panel.firstContentfulPaint);
          // Wait until the panel's process has ended, which would slow the popup.
          await sleep(1000);
          await browser.openPopup();
          const popup = await browser.shown('/popup.html', SETTLED_MS);
          note(`${name}popup, first paint`, popup.firstPaint);
          note(`${name}popup, first result`, popup.firstResult);
          await video.close();
        }
      }
    } finally {
      await browser.close();
    }
  }
}
const figures = createFigures('bench:opening');
for (const [name, all] of found) {
  const at = (share: number) =>
    quantile(
      all.map((time) => time ?? Number.POSITIVE_INFINITY),
      share,
    );
  console.log(`${name}: median ${at(0.5).toFixed(0)} ms, from ${at(0).toFixed(0)} to ${at(1).toFixed(0)} ms`);
  figures.add(`${name}: median, ms`, at(0.5));
  figures.add(`${name}: worst, ms`, at(1));
}
console.log(`loop of 3e8 additions: ${Math.min(...loops).toFixed(0)} to ${Math.max(...loops).toFixed(0)} ms`);
figures.add('reference loop, fastest, ms', Math.min(...loops));
figures.print();
