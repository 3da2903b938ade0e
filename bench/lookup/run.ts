/**
 * `npm run bench:lookup [-- SIZE …] [--ours]`: our index, a plain scan, Fuse.js and MiniSearch over the same made-up entries and
 * keystrokes (every prefix of every query); ours also with Chinese ones alone, as typed and in all wordings, which the popup asks
 * for; and the index of names alone, read back from its stored form as for own notes.
 * Prints two tables per size.
 */
import { deserialize, serialize } from 'node:v8';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { wholeScriptWords } from '../../compiler/script-words.ts';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { lookup } from '../../core/glossary/lookup.ts';
import type { LookupEntry } from '../../core/glossary/lookup-source.ts';
import { buildNameIndex, openIndex } from '../../core/glossary/name-index.ts';
import { search } from '../../core/glossary/search-index.ts';
import { readChinese } from '../../core/note/chinese.ts';
import { foldName } from '../../core/text/fold.ts';
import { createFigures, plainArguments, quantile } from '../figures.ts';
import { CHINESE_KEYSTROKES, KEYSTROKES } from './keystrokes.ts';
import { ARCHIVE, countNames, makeSources } from './made-up.ts';

interface Contestant {
  readonly name: string;
  /** Builds the index and returns the search; `ready` is called when names can be found. */
  build(entries: readonly LookupEntry[], ready: () => void): (query: string) => number;
  /** Instead of all. */
  readonly keystrokes?: readonly string[];
  /** At the largest size, slow ones get only every nth keystroke. */
  readonly every?: number;
}

/** Whether to measure our index alone, which takes a fraction of the time. */
const OURS = process.argv.includes('--ours');

type Sources = ReturnType<typeof makeSources>;

const { wordings } = readChinese(wholeScriptWords(), ['zh-Hant'], true);

const ours = (name: string, sources: Sources, others?: (query: string) => readonly string[]): Contestant => ({
  name,
  build(_, ready) {
    const names = buildIndex(sources);
    ready();
    const index = addDefinitions(names);
    const context = { current: sources[0]?.videoId ?? null, languages: ['zh-Hans'] };
    return (query) => lookup(index, query, { ...context, others: others?.(query) }).length;
  },
});

const contestants = (sources: Sources): readonly Contestant[] => [
  ours('Sleevenotes', sources),
  { ...ours('the same, typed in Chinese', sources), keystrokes: CHINESE_KEYSTROKES },
  { ...ours('the same, in all wordings', sources, wordings), keystrokes: CHINESE_KEYSTROKES },
  {
    name: 'plain scan',
    build(entries, ready) {
      const fields = entries.map(({ term, aliases, definition = '' }) => [term, ...aliases, definition]);
      ready();
      return (query) => {
        const typed = foldName(query);
        return fields.filter((texts) => texts.some((text) => foldName(text).includes(typed))).length;
      };
    },
    every: 10,
  },
  {
    name: 'Fuse.js',
    build(entries, ready) {
      const fuse = new Fuse(entries, {
        keys: ['term', 'aliases', 'definition', 'reading'],
        threshold: 0.3,
        ignoreLocation: true,
      });
      ready();
      return (query) => fuse.search(query, { limit: 50 }).length;
    },
    every: 10,
  },
  {
    name: 'MiniSearch',
    build(entries, ready) {
      const tokens = (text: string) => text.match(/[\p{Script=Latin}\d]+|\p{Script=Han}{2}|\p{Script=Han}/gu) ?? [];
      const search = new MiniSearch({
        idField: 'number',
        fields: ['term', 'aliases', 'reading', 'definition'],
        tokenize: tokens,
        searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
      });
      search.addAll(entries.map((entry, number) => ({ ...entry, number, aliases: entry.aliases.join(' ') })));
      ready();
      return (query) => search.search(query).length;
    },
  },
];

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

function memory(): number {
  // Twice: what finalizers hold is only free after the second.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

/** In a function of its own, so that nothing on the stack keeps the index while the memory is measured. */
const storedNames = (sources: Sources) => serialize(buildNameIndex(sources));

/** Measures the stored index of own notes' names: read back, opened and searched, without showing results. */
function measureStored(sources: Sources): Record<string, number> {
  const stored = storedNames(sources);
  const before = memory();
  const start = performance.now();
  const names = openIndex(deserialize(stored));
  const ready = performance.now() - start;
  const used = memory() - before;
  const context = { current: null, languages: ['zh-Hans'], limit: 50 };
  const first: number[] = [];
  const last: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const query of KEYSTROKES) {
      const from = performance.now();
      const answers = search([{ names, definitions: null }], query, context);
      answers.next();
      first.push(performance.now() - from);
      for (const _ of answers);
      last.push(performance.now() - from);
    }
  }
  return {
    'stored, MB': stored.length / 2 ** 20,
    'read and opened, ms': ready,
    'memory, MB': used / 2 ** 20,
    'names and readings, 95th percentile, ms': quantile(first, 0.95),
    'everything, 95th percentile, ms': quantile(last, 0.95),
  };
}

const figures = createFigures('bench:lookup');
const sizes = plainArguments().map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [10_000, ARCHIVE.entries]) {
  const sources = makeSources(size);
  const entries = sources.flatMap((source) => source.entries);
  const { names, keys, distinct } = countNames(sources);
  console.log(`\n${size} entries, ${names} names, ${keys} keys, ${distinct} distinct; ${KEYSTROKES.length} keystrokes`);
  const stored = measureStored(sources);
  console.table(Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, Number(value.toFixed(1))])));
  for (const [name, value] of Object.entries(stored)) figures.add(`${size} entries, names on disk: ${name}`, value);

  const rows: Record<string, Record<string, string | number>> = {};
  for (const { name, build, keystrokes = KEYSTROKES, every = 1 } of contestants(sources).slice(
    0,
    OURS ? 3 : undefined,
  )) {
    const before = memory();
    const start = performance.now();
    let namesReady = 0;
    const ask = build(entries, () => {
      namesReady = performance.now() - start;
    });
    const ready = performance.now() - start;
    const used = memory() - before;
    const asked = size > 50_000 ? keystrokes.filter((_, at) => at % every === 0) : keystrokes;
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < (every === 1 ? 3 : 1); round += 1) {
      for (const query of asked) {
        const from = performance.now();
        found += ask(query) > 0 ? 1 : 0;
        times.push(performance.now() - from);
      }
    }
    rows[name] = {
      'names ready': ms(namesReady),
      'all ready': ms(ready),
      'key p50': ms(quantile(times, 0.5)),
      'key p95': ms(quantile(times, 0.95)),
      'key max': ms(Math.max(...times)),
      memory: megabytes(used),
      'keys answered': `${Math.round((100 * found) / times.length)} %`,
    };
    figures.add(`${size} entries, ${name}: names ready, ms`, namesReady);
    figures.add(`${size} entries, ${name}: all ready, ms`, ready);
    figures.add(`${size} entries, ${name}: keystroke, 95th percentile, ms`, quantile(times, 0.95));
    figures.add(`${size} entries, ${name}: memory, MB`, used / 2 ** 20);
  }
  console.table(rows);
}
figures.print();
