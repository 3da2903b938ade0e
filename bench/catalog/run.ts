/**
 * What catalogs cost: `npm run bench:catalog -- [--notes 9180] [--turns 1] [--no-browser] [--json] [FOLDER]`. Needs a build
 * (`.output/chrome-mv3`) and Chromium, unless `--no-browser` is given. Compiles copies of the folder's notes (by default the
 * real ones, else the bundled ones) under made-up videos by `compile --json`, publishes them, publishes again with ten notes
 * changed, and once more with ten changed and thirty new. Filters and shards are measured for 9,180 and a million videos.
 * Figures with a limit say whether they keep it. The whole takes some twelve minutes, `--notes 300` two.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFilter, encodeFilter, filterHas } from '../../core/catalog/fuse-filter.ts';
import { divideIntoShards } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { madeUpIds } from '../../tests/core/catalog/made-up-ids.ts';
import { createFigures, quantile } from '../figures.ts';
import { measureOpening, measureWorker, type Print } from './in-browser.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REAL = join(process.env.SLEEVENOTES_SHARED ?? resolve(ROOT, '../shared'), 'data/notes/siblings');
const { values, positionals } = parseArgs({
  options: {
    notes: { type: 'string', default: '9180' },
    turns: { type: 'string', default: '1' },
    json: { type: 'boolean' },
    'no-browser': { type: 'boolean' },
  },
  allowPositionals: true,
});
const folder = positionals[0] ?? (existsSync(REAL) ? REAL : join(ROOT, 'content'));
/** Bytes of a note of the archive: 351 MB in 9,180. */
const ARCHIVE_MEAN = 351e6 / 9180;
/** The number of notes opened over the slow line. */
const OPENINGS = 30;
/** Notes of a day. */
const [CHANGED, NEW] = [10, 30];
const figures = createFigures('bench:catalog');
const print: Print = (name, value, unit, most) => {
  const verdict = most === undefined ? '' : `   at most ${most}: ${value <= most ? 'kept' : 'MISSED'}`;
  console.log(`${name.padEnd(60)}${value.toPrecision(4)} ${unit}${verdict}`);
  figures.add(`${name}, ${unit}`, value);
};

/** A video of the stand-in that is in no catalog. */
const OUTSIDE = 'noNoteHere1' as VideoId;

for (const count of [9180, 1_000_000]) {
  const keys = madeUpIds(count).map(hashVideo);
  const begun = performance.now();
  const filter = buildFilter(keys);
  print(`${count} videos: building the filter`, performance.now() - begun, 'ms');
  print(`${count} videos: filter`, encodeFilter(filter).length / count, 'bytes an episode', count > 9180 ? 2.3 : 2.6);
  const others = madeUpIds(1_000_000, 4711);
  const asked = performance.now();
  const wrong = others.filter((videoId) => filterHas(filter, hashVideo(videoId))).length;
  print(`${count} videos: matching one`, ((performance.now() - asked) / others.length) * 1000, 'µs', 1000);
  print(`${count} videos: foreign ones that seem inside`, wrong, 'in a million');
  if (!values['no-browser']) await tried('the service worker', measureWorker(count, filter, OUTSIDE, print));
  // Sizes with the archive's mean and distribution (log-normal).
  const sized = keys.map((hash, at) => ({ hash, bytes: 14_000 * Math.exp(0.72 * normal(at)) }));
  const kilobytes = [...divideIntoShards(sized).values()].map(
    (inside) => inside.reduce((sum, { bytes }) => sum + (bytes > 100_000 ? 60 : bytes), 0) / 1024,
  );
  print(`${count} videos: shards`, kilobytes.length, 'files');
  print(`${count} videos: shard, median`, quantile(kilobytes, 0.5), 'kB', 220);
  print(`${count} videos: shard, 95th percentile`, quantile(kilobytes, 0.95), 'kB', 400);
}

/** A standard normal number for each index (Box–Muller), the same in every run. */
function normal(at: number): number {
  const fraction = (seed: number) => {
    const [{ high }] = [hashVideo(`${seed}${at}`.padStart(11, '0') as never)];
    return (high + 1) / 2 ** 32;
  };
  return Math.sqrt(-2 * Math.log(fraction(1))) * Math.cos(2 * Math.PI * fraction(2));
}

const home = await mkdtemp(join(tmpdir(), 'sleevenotes-catalog-'));
try {
  const [notes, out] = [join(home, 'notes'), join(home, 'out')];
  await mkdir(notes);
  const texts = readdirSync(folder)
    .filter((file) => /\.(md|markdown|txt)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => /^source:.*$/m.test(text))
    .sort((a, b) => a.length - b.length);
  const mean = () => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;
  // The real notes at hand were picked for odd shapes; without the longest they are as long as the archive's.
  while (mean() > ARCHIVE_MEAN) texts.pop();
  print('a note', mean() / 1000, 'kB');
  const count = Number(values.notes);
  const ids = madeUpIds(count + NEW);
  const writeNote = (at: number, more = '') => {
    const text = (texts[at % texts.length] ?? '').replace(/^source:.*$/m, `source: https://youtu.be/${ids[at]}`);
    return writeFile(join(notes, `${ids[at]}.md`), text + more);
  };
  const change = async (more: string) => {
    for (let at = 0; at < CHANGED; at++) await writeNote(at * 7, `\n\n${more}\n`);
  };
  for (let at = 0; at < count; at++) await writeNote(at);
  // By turns: the same work takes a tenth more or less from one run to the next.
  const compiling: Measured[] = [];
  const publishing: Measured[] = [];
  for (let turn = 0; turn < Number(values.turns); turn++) {
    compiling.push(await measured(['compile', notes, '--json']));
    await rm(out, { recursive: true, force: true });
    publishing.push(await measured(['publish', notes, '--out', out, '--title', 'Bench']));
  }
  const compile = compiling.reduce((sum, { cpu }) => sum + cpu, 0) / compiling.length;
  const publish = publishing.reduce((sum, { cpu }) => sum + cpu, 0) / publishing.length;
  print(`${count} notes: compile --json`, compile, 's of processor time');
  print(`${count} notes: publish`, publish, 's of processor time');
  print(`${count} notes: publish to compile`, publish / compile, 'times', 1.25);
  print(`${count} notes: publish, memory`, Math.max(...publishing.map(({ megabytes }) => megabytes)), 'MB', 500);
  print(`${count} notes: compile --json, memory`, Math.max(...compiling.map(({ megabytes }) => megabytes)), 'MB');
  await tellFolder(out);
  if (!values['no-browser']) await tried('opening a note', measureOpening(out, spread(ids.slice(0, count)), print));
  await change('One more paragraph.');
  const again = await measured(['publish', notes, '--out', out, '--title', 'Bench']);
  print(`${count} notes: publish again, ten changed`, again.seconds, 's', 15);
  await change('And another one.');
  for (let at = count; at < count + NEW; at++) await writeNote(at);
  await measured(['publish', notes, '--out', out, '--title', 'Bench']);

  const catalog = JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));
  // A small catalog has its lists written again instead.
  for (const { file, names } of catalog.news.slice(-1)) {
    print('news of thirty new and ten changed notes', (await stat(join(out, file))).size, 'bytes');
    print('their names', (await stat(join(out, names.file))).size, 'bytes');
  }
} finally {
  await rm(home, { recursive: true });
}
figures.print();

/** Some of the videos, from all over the catalog. */
function spread(ids: readonly VideoId[]): readonly VideoId[] {
  const step = Math.max(1, Math.floor(ids.length / OPENINGS));
  return ids.filter((_, at) => at % step === 0).slice(0, OPENINGS);
}

/** Reports a failed measurement and goes on with the other figures. */
async function tried(what: string, measuring: Promise<void>): Promise<void> {
  await measuring.catch((error: unknown) => console.error(`${what} could not be measured`, error));
}

/** Prints the files and bytes of the published folder, and the size of its lists. */
async function tellFolder(out: string): Promise<void> {
  const entries = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    entries.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  print('published files', entries.length, 'files');
  print('published bytes', sizes.reduce((sum, size) => sum + size, 0) / 1e6, 'MB');
  const { episodes, names, titles } = JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));
  if (names) print('names', names.bytes / episodes, 'bytes an episode');
  if (titles) print('titles', titles.bytes / episodes, 'bytes an episode');
}

interface Measured {
  /** Processor time, in seconds. */
  readonly cpu: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs the command line and discards its output (Linux only). */
async function measured(args: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'cli/notes.ts'), ...args], { stdio: 'ignore' });
  let megabytes = 0;
  let cpu = 0;
  const look = setInterval(() => {
    const place = `/proc/${child.pid}`;
    if (!existsSync(place)) return;
    megabytes = Math.max(
      megabytes,
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`${place}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    );
    // Fields 14 and 15, in hundredths of a second.
    const [, ...fields] = readFileSync(`${place}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    cpu = Math.max(cpu, (Number(fields[10]) + Number(fields[11])) / 100);
  }, 100);
  await new Promise((done) => child.on('exit', done));
  clearInterval(look);
  return { cpu, seconds: (performance.now() - begun) / 1000, megabytes };
}
