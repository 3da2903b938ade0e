/**
 * `npm run soak:hostile`: hostile notes, transcripts and backups in a real browser. Each is added and used in the panel, the
 * popup and the background; all three must still answer, each step within two seconds, and no case may add 500 MB to the memory
 * of the extension's processes. Needs a build. The figures are in docs/design/hostile.md.
 *
 * --notes 2000 --transcripts 500 --backups 200: how many of each; --from 0: the first one of each; --count N: at most N of each
 * --seed 1: the seed of the random numbers; --kind TEXT: only kinds whose name contains it
 * --firefox: in Firefox; --minutes N: stop after that time and print where to go on
 * --log FILE: appends a line of JSON for each case
 */
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hostileBackup } from './backups.ts';
import type { SoakBrowser } from './browser.ts';
import { soakChromium } from './chromium.ts';
import { hostileNote } from './notes.ts';
import { hostileTranscript } from './transcripts.ts';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '2000' },
    transcripts: { type: 'string', default: '500' },
    backups: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '9999' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    minutes: { type: 'string', default: '600' },
    firefox: { type: 'boolean', default: false },
    log: { type: 'string', default: '' },
  },
});
const LIMIT_MS = 2000;
const LIMIT_BYTES = 500e6;
/** Cases per browser, so that its library stays small. */
const PER_BROWSER = 100;
const REAL_POPUP_EVERY = 25;
/** Every such transcript reloads the panel. Coprime with the number of kinds, so that each kind has its turn. */
const REOPENED_EVERY = 5;
const EPISODE = 'v0gjI__RyCY';
/** A video without a note. */
const EMPTY = 'noNoteHere1';
const seed = Number(values.seed);
const from = Number(values.from);
const last = from + Number(values.count);
const deadline = Date.now() + 60_000 * Number(values.minutes);

/** A step's wall-clock time, and the processor time of the extension's processes (`null` where unknown). */
type Step = readonly [name: string, milliseconds: number, busy: number | null];
interface Figures {
  readonly what: string;
  cases: number;
  failures: number;
  peak: number;
  /** The most memory that one case added, in bytes. */
  growth: number;
  readonly slowest: Map<string, { readonly ms: number; readonly busy: number | null; readonly of: string }>;
}

let browser: SoakBrowser | null = null;
let used = 0;
let failures = 0;

async function close(): Promise<void> {
  await browser?.close();
  browser = null;
}

async function fresh(): Promise<SoakBrowser> {
  if (browser && used < PER_BROWSER) return browser;
  await close();
  used = 0;
  browser = values.firefox ? await (await import('./firefox.ts')).soakFirefox() : await soakChromium();
  return browser;
}

/** Runs one case step by step, each with its time. */
async function runCase(
  figures: Figures,
  of: string,
  work: (on: SoakBrowser, step: <T>(name: string, run: () => Promise<T>) => Promise<T>) => Promise<void>,
): Promise<void> {
  const on = await fresh();
  on.usage?.peak();
  const atRest = on.usage?.now() ?? 0;
  const steps: Step[] = [];
  let current = '';
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    current = name;
    const start = performance.now();
    const before = on.usage?.busy() ?? 0;
    const result = await run();
    steps.push([name, performance.now() - start, on.usage ? on.usage.busy() - before : null]);
    return result;
  };
  figures.cases++;
  used++;
  const faults: string[] = [];
  try {
    await work(on, step);
    await step('popup', () => on.usePopup(used % REAL_POPUP_EVERY === 1));
    await step('background', () => on.useBackground());
  } catch (error) {
    faults.push(`${current}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`);
    // After a hang, start a new browser, or every following case would fail.
    used = PER_BROWSER;
  }
  for (const [name, ms, busy] of steps) {
    // On a busy machine wall-clock time is not enough: the processes must have been busy, too.
    if (ms > LIMIT_MS && (busy ?? ms) > LIMIT_MS / 2)
      faults.push(`${name} took ${Math.round(ms)} ms, busy for ${busy}`);
    const most = figures.slowest.get(name);
    if ((busy ?? ms) > (most ? (most.busy ?? most.ms) : 0)) figures.slowest.set(name, { ms, busy, of });
  }
  const peak = on.usage?.peak() ?? 0;
  figures.peak = Math.max(figures.peak, peak);
  figures.growth = Math.max(figures.growth, peak - atRest);
  if (peak - atRest > LIMIT_BYTES) faults.push(`${Math.round((peak - atRest) / 1e6)} MB more than before`);
  for (const fault of faults) console.log(`${figures.what} ${of}: ${fault}`);
  if (values.log) {
    const told = steps.map(([name, ms, busy]) => [name, Math.round(ms), busy]);
    appendFileSync(
      values.log,
      `${JSON.stringify({ what: figures.what, of, steps: told, peak, growth: peak - atRest, faults })}\n`,
    );
  }
  if (faults.length > 0) figures.failures++;
}

async function runAll(
  what: string,
  count: number,
  one: (figures: Figures, at: number) => Promise<void>,
): Promise<void> {
  const figures: Figures = { what, cases: 0, failures: 0, peak: 0, growth: 0, slowest: new Map() };
  let at = from;
  const end = Math.min(count, last);
  for (; at < end && Date.now() < deadline; at++) await one(figures, at);
  failures += figures.failures;
  if (figures.cases === 0) return;
  console.log(`\n${figures.cases} ${what}s${at < end ? `, go on with --from ${at}` : ''}: ${figures.failures} failed`);
  console.log(
    `memory of the extension's process: ${Math.round(figures.peak / 1e6)} MB at the most, ${Math.round(figures.growth / 1e6)} for one`,
  );
  for (const [name, { ms, busy, of }] of figures.slowest) {
    console.log(`slowest ${name}: ${Math.round(ms)} ms${busy === null ? '' : `, busy for ${busy}`}, ${of}`);
  }
}

const videoOf = (at: number) => `hostile${String(at).padStart(4, '0')}`;

async function note(figures: Figures, at: number): Promise<void> {
  const video = videoOf(at);
  const made = hostileNote(seed, at, video);
  if (!made.kind.includes(values.kind)) return;
  await runCase(figures, `${made.name} (${made.kind})`, async (on, step) => {
    await step('import', () => on.addNote(made));
    const isThere = await on.hasNote(video);
    await step('panel', () => on.show(video, isThere));
    await step('sections and search', () => on.usePanel());
    await step('panel without it', () => on.show(EMPTY, false));
  });
}

async function transcript(figures: Figures, at: number): Promise<void> {
  const made = hostileTranscript(seed, at);
  if (!made.kind.includes(values.kind)) return;
  await runCase(figures, `${made.name} (${made.kind})`, async (on, step) => {
    await on.show(EPISODE, true);
    const outcome = await step('drop', () => on.dropTranscript(made));
    if (outcome !== 'kept') return;
    if (at % REOPENED_EVERY === 0) await step('panel opened again', () => on.reopenPanel());
    await step('sections and search', () => on.usePanel());
    await on.forgetTranscript();
  });
}

async function backup(figures: Figures, at: number): Promise<void> {
  const made = hostileBackup(seed, at);
  if (!made.kind.includes(values.kind)) return;
  await runCase(figures, `${made.name} (${made.kind})`, async (on, step) => {
    await on.reset();
    await step('restore', () => on.restore(made));
    await step('panel', () => on.show(EPISODE, true));
    await step('panel without it', () => on.show(EMPTY, false));
  });
}

try {
  await runAll('note', Number(values.notes), note);
  await runAll('transcript', Number(values.transcripts), transcript);
  await runAll('backup', Number(values.backups), backup);
} finally {
  await close();
}
console.log(failures === 0 ? '\nEverything answered in time.' : `\n${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
