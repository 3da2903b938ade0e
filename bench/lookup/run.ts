/**
 * `npm run bench:lookup`: our index against a plain scan, Fuse.js and MiniSearch over the same made-up entries, each
 * asked the same keystrokes (every prefix of every query). Prints one table per size.
 */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { lookup } from '../../core/glossary/lookup.ts';
import type { LookupEntry } from '../../core/glossary/lookup-source.ts';
import { foldName } from '../../core/text/fold.ts';
import { makeSources } from './made-up.ts';

const QUERIES = [
  '反向传播',
  '反向傳播',
  'attention',
  'atention',
  'tensor model',
  'fanxiang',
  'fxcb',
  '优化损失',
  'zzzzzzzz',
];
const KEYSTROKES = QUERIES.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));

interface Contestant {
  readonly name: string;
  /** Makes what is needed to answer; `ready` is called when names can be found. */
  build(entries: readonly LookupEntry[], ready: () => void): (query: string) => number;
  /** Slow ones are asked fewer keystrokes at the largest size. */
  readonly every?: number;
}

const contestants = (sources: ReturnType<typeof makeSources>): readonly Contestant[] => [
  {
    name: 'Sleevenotes',
    build(_, ready) {
      const names = buildIndex(sources);
      ready();
      const index = addDefinitions(names);
      const context = { current: sources[0]?.videoId ?? null, languages: ['zh-Hans'] };
      return (query) => lookup(index, query, context).length;
    },
  },
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
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [10_000, 150_000]) {
  const sources = makeSources(size);
  const entries = sources.flatMap((source) => source.entries);
  const json = JSON.stringify(sources);
  const parsing = performance.now();
  JSON.parse(json);
  console.log(
    `\n${size} entries, ${megabytes(Buffer.byteLength(json))} as JSON, read in ${ms(performance.now() - parsing)}; ${KEYSTROKES.length} keystrokes`,
  );
  const rows: Record<string, Record<string, string | number>> = {};
  for (const { name, build, every = 1 } of contestants(sources)) {
    const before = memory();
    const start = performance.now();
    let namesReady = 0;
    const search = build(entries, () => {
      namesReady = performance.now() - start;
    });
    const ready = performance.now() - start;
    const used = memory() - before;
    const asked = size > 50_000 ? KEYSTROKES.filter((_, at) => at % every === 0) : KEYSTROKES;
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < (every === 1 ? 3 : 1); round += 1) {
      for (const query of asked) {
        const from = performance.now();
        found += search(query) > 0 ? 1 : 0;
        times.push(performance.now() - from);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    rows[name] = {
      'names ready': ms(namesReady),
      'all ready': ms(ready),
      'key p50': ms(at(0.5)),
      'key p95': ms(at(0.95)),
      'key max': ms(at(1)),
      memory: megabytes(used),
      'keys answered': `${Math.round((100 * found) / times.length)} %`,
    };
  }
  console.table(rows);
}
