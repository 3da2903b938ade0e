/**
 * How time and memory of an alignment grow with the length of the talk, on a made-up talk of up to twelve hours.
 *
 *   npm run --silent bench:align:growth [-- --json]
 *
 * Without the corridor, each doubling of the length would take four times as long; with it, about twice.
 */
import { align } from '../../core/timeline/align.ts';
import { editionOf, errorsOf, evidenceOf, heard, makeTalk, share } from '../../tests/core/timeline/made-up-talk.ts';

const SECTIONS_PER_HOUR = 20;
const SENTENCES = 37;

const rows: object[] = [];
const json = process.argv.includes('--json');
if (!json) console.log('hours   cues   ms   heap MB   within 15 s');
for (const hours of [0.75, 1.5, 3, 6, 12]) {
  const talk = makeTalk({ seed: 9, sections: Math.round(hours * SECTIONS_PER_HOUR), sentences: SENTENCES });
  const edition = editionOf(talk.sections);
  const evidence = evidenceOf({ duration: talk.duration, transcript: heard(talk.cues) });
  align(edition, evidence, [], talk.lexicon);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const begin = performance.now();
  const timeline = align(edition, evidence, [], talk.lexicon);
  const ms = performance.now() - begin;
  const after = process.memoryUsage();
  const heap = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  const right = share(errorsOf(timeline, talk.starts), 15) * 100;
  const cells = [
    (talk.duration / 3600).toFixed(1),
    talk.cues.length,
    ms.toFixed(0),
    heap.toFixed(0),
    `${right.toFixed(1)} %`,
  ];
  rows.push({
    hours: talk.duration / 3600,
    cues: talk.cues.length,
    ms: Math.round(ms),
    heapMB: Math.round(heap),
    within15: right,
  });
  if (!json) console.log(cells.map((cell, i) => String(cell).padStart([5, 6, 4, 9, 13][i] ?? 0)).join(' '));
}
if (json) console.log(JSON.stringify({ rows }));
