/**
 * How fast notes compile: `npm run bench:compile -- [FOLDER]`, by default the real notes, else the bundled ones. `--hostile`
 * measures every hostile note in its own process (limits: 2 s and 500 MB); `--archive` compiles 9,180 copies of the folder's
 * notes by the command line (memory must stay flat, all cores busy).
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { compileNote } from '../../compiler/compile.ts';
import { HOSTILE } from '../../tests/compiler/hostile-notes.ts';
import { createFigures } from '../figures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REAL = join(process.env.SLEEVENOTES_SHARED ?? resolve(ROOT, '../shared'), 'data/notes/siblings');
const ROUNDS = 5;
/** The size of the real archive. */
const ARCHIVE = { notes: 9180, bytes: 355e6 };
/** Limits for a hostile note. */
const MILLISECONDS = 2000;
const MEGABYTES = 500;

const { values, positionals } = parseArgs({
  options: {
    hostile: { type: 'boolean' },
    archive: { type: 'boolean' },
    one: { type: 'string' },
    json: { type: 'boolean' },
  },
  allowPositionals: true,
});
const folder = positionals[0] ?? (existsSync(REAL) ? REAL : join(ROOT, 'content'));

const figures = createFigures('bench:compile');

if (values.one !== undefined) measureOne(values.one);
else if (values.hostile) hostile();
else if (values.archive) await archive(readNotes());
else throughput(readNotes());
if (values.one === undefined) figures.print();

interface Note {
  readonly file: string;
  readonly text: string;
}

function readNotes(): Note[] {
  return readdirSync(folder)
    .filter((file) => /\.(md|markdown|txt)$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
}

/** Compares the compiler with remark-parse, alternating on the same text; the best round of each counts. */
function throughput(notes: readonly Note[]): void {
  const megabytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const parser = unified().use(remarkParse);
  const best = { compile: Number.POSITIVE_INFINITY, parse: Number.POSITIVE_INFINITY };
  const timed = (what: keyof typeof best, each: (note: Note) => unknown) => {
    const start = process.cpuUsage();
    for (const note of notes) each(note);
    const { user, system } = process.cpuUsage(start);
    best[what] = Math.min(best[what], (user + system) / 1e6);
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed('parse', ({ text }) => parser.parse(text));
    timed('compile', compileNote);
  }
  const ratio = best.compile / best.parse;
  console.log(`${notes.length} notes, ${megabytes.toFixed(1)} MB, processor time`);
  console.log(`remark-parse alone  ${(megabytes / best.parse).toFixed(2)} MB/s`);
  console.log(`compiler            ${(megabytes / best.compile).toFixed(2)} MB/s`);
  console.log(`ratio               ${ratio.toFixed(2)} (goal: at most 2.5)`);
  figures.add('remark-parse alone, MB/s', megabytes / best.parse);
  figures.add('compiler, MB/s', megabytes / best.compile);
  figures.add('compiler to remark-parse, ratio of time', ratio);
  process.exitCode = ratio > 2.5 ? 1 : 0;
}

function hostile(): void {
  for (const { name } of HOSTILE) {
    const out = execFileSync(process.execPath, [import.meta.filename, '--one', name], { encoding: 'utf8' });
    const [milliseconds = 0, megabytes = 0] = out.split(' ').map(Number);
    const over = milliseconds > MILLISECONDS || megabytes > MEGABYTES;
    if (over) process.exitCode = 1;
    const cost = `${milliseconds.toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(5)} MB`;
    console.log(`${over ? 'over' : 'ok  '} ${cost}  ${name}`);
    figures.add(`${name}, ms`, milliseconds);
    figures.add(`${name}, MB`, megabytes);
  }
}

function measureOne(name: string): void {
  const text = HOSTILE.find((each) => each.name === name)?.text() ?? '';
  const start = process.cpuUsage();
  compileNote({ file: 'hostile.md', text });
  const { user, system } = process.cpuUsage(start);
  console.log(`${(user + system) / 1000} ${process.resourceUsage().maxRSS / 1000}`);
}

async function archive(notes: readonly Note[]): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'sleevenotes-archive-'));
  try {
    let megabytes = 0;
    const chosen = ofMean(notes, ARCHIVE.bytes / ARCHIVE.notes);
    for (let index = 0; index < ARCHIVE.notes; index++) {
      const id = `bench${String(index).padStart(6, '0')}`;
      const { text = '' } = chosen[index % chosen.length] ?? {};
      const copy = text.replace(/^source:.*$/m, `source: https://www.youtube.com/watch?v=${id}`);
      megabytes += Buffer.byteLength(copy) / 1e6;
      await writeFile(join(home, `${id}.md`), copy);
    }
    console.log(`${ARCHIVE.notes} notes, ${megabytes.toFixed(0)} MB`);
    for (const command of [['check'], ['compile', '--json']]) {
      const start = performance.now();
      const { peak, busy } = await watched([join(ROOT, 'cli/notes.ts'), ...command, home]);
      const seconds = (performance.now() - start) / 1000;
      const pace = `${seconds.toFixed(0)} s (${busy.toFixed(0)} s of processor time), ${(megabytes / seconds).toFixed(2)} MB/s`;
      console.log(`notes ${command.join(' ')}: ${pace}, at most ${peak.toFixed(0)} MB of memory`);
      figures.add(`notes ${command.join(' ')}, s`, seconds);
      figures.add(`notes ${command.join(' ')}, MB of memory`, peak);
    }
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The shortest notes, as many as have at most this mean size: the real notes at hand are longer than most. */
function ofMean(notes: readonly Note[], bytes: number): readonly Note[] {
  const chosen = notes.map((note) => ({ ...note, size: Buffer.byteLength(note.text) })).sort((a, b) => a.size - b.size);
  const total = () => chosen.reduce((sum, { size }) => sum + size, 0);
  while (chosen.length > 1 && total() > bytes * chosen.length) chosen.pop();
  return chosen;
}

/**
 * Runs a script and discards its output. Returns the peak memory of all its threads in MB, and its processor time in seconds
 * (Linux only).
 */
async function watched(args: readonly string[]): Promise<{ peak: number; busy: number }> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  let peak = 0;
  let busy = 0;
  const look = setInterval(() => {
    const folder = `/proc/${child.pid}`;
    if (!existsSync(folder)) return;
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1] ?? 0) / 1000);
    // Fields 14 and 15, in hundredths of a second; the second field, in parentheses, may contain spaces.
    const [, ...fields] = readFileSync(`${folder}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    busy = Math.max(busy, (Number(fields[10]) + Number(fields[11])) / 100);
  }, 200);
  await new Promise((done) => child.on('exit', done));
  clearInterval(look);
  return { peak, busy };
}
