import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCatalog } from '../../../core/catalog/catalog.ts';
import { decodeNote } from '../../../core/catalog/decode-note.ts';
import { decodeFilter, filterHas, filterInPartsHas, filterParts } from '../../../core/catalog/fuse-filter.ts';
import { decodeNames, withNameNews } from '../../../core/catalog/names.ts';
import { decodeNews, encodeNews, withShardNews, withTitleNews } from '../../../core/catalog/news.ts';
import { decodeShard } from '../../../core/catalog/shard-file.ts';
import { decodeShardList } from '../../../core/catalog/shard-list.ts';
import { shardOf } from '../../../core/catalog/shard-tree.ts';
import { factsOf } from '../../../core/catalog/subscription.ts';
import { decodeTitles } from '../../../core/catalog/titles.ts';
import { hashVideo } from '../../../core/catalog/video-hash.ts';
import { buildIndex } from '../../../core/glossary/build-index.ts';
import { letterOrder } from '../../../core/glossary/letter-order.ts';
import { lookupSource } from '../../../core/glossary/lookup-source.ts';
import { buildNameIndex } from '../../../core/glossary/name-index.ts';
import { unpackNames } from '../../../core/glossary/packed-names.ts';
import { chooseEdition } from '../../../core/session/choose-edition.ts';
import { isRightToLeft } from '../../../core/text/direction.ts';
import { align } from '../../../core/timeline/align.ts';
import { locate } from '../../../core/timeline/locate.ts';
import { publishByHand } from '../../catalog-host/publish.ts';
import { madeUpIds } from './made-up-ids.ts';

const ids = madeUpIds(6);
const note = (id: string, at: number) =>
  `---\nsource: https://youtu.be/${id}\nlang: en\ntitle: Talk ${at}\ntimestamps:\n  one: '00:10'\n---\n## One\n\n**Ann:** Words and **yeast** (a fungus).\n\n- a\n- b\n`;
const published = publishByHand(ids.map(note));
const file = (start: string) => [...published.files].find(([name]) => name.startsWith(start))?.[1] ?? new Uint8Array();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

const id = ids[0] as (typeof ids)[number];
const hash = hashVideo(id);
const names = JSON.stringify([id, [['1.md', 'en', 'Talk\n0\tyeast\t\tyeast']]]);
const news = encodeNews({
  titles: [{ videoId: id, editions: [{ language: 'en', title: 'A', sections: 1, terms: 0 }] }],
  removed: [id],
  shards: [['0', 'shards/s0-0123456789abcdef.bin']],
  gone: ['1'],
});

/** Decodes as a subscriber does, and uses what comes of it. */
const readers: Record<string, { readonly bytes: Uint8Array; readonly read: (bytes: Uint8Array) => unknown }> = {
  'catalog.json': {
    bytes: file('catalog.json'),
    read(bytes) {
      const answer = readCatalog(text(bytes));
      if (!answer.ok) return;
      const { address, languages } = factsOf(answer.catalog, 'https://example.org/');
      for (const language of languages) isRightToLeft(language);
      return new URL(address);
    },
  },
  filter: {
    bytes: file('filter'),
    read(bytes) {
      const filter = decodeFilter(bytes);
      if (!filter) return;
      const parts = filterParts(filter);
      void filterInPartsHas(filter, hash, async (part) => parts[part]);
      return filterHas(filter, hash);
    },
  },
  shards: {
    bytes: gunzipSync(file('shards-')),
    read(bytes) {
      const list = decodeShardList(text(bytes));
      return list && shardOf(hash, list);
    },
  },
  titles: { bytes: gunzipSync(file('titles')), read: (bytes) => decodeTitles(text(bytes)) },
  names: {
    bytes: Buffer.from(names),
    read(bytes) {
      for (const { videoId, notes } of withNameNews(decodeNames(text(bytes)) ?? [], [])) {
        for (const { file: path, ...rest } of notes)
          buildNameIndex([unpackNames({ videoId, note: path as never, ...rest })]);
      }
    },
  },
  news: {
    bytes: Buffer.from(news),
    read(bytes) {
      const read = decodeNews(text(bytes));
      if (!read) return;
      withTitleNews([], [read]);
      return shardOf(hash, withShardNews(new Map(), [read]));
    },
  },
  shard: {
    bytes: file('shards/'),
    read(bytes) {
      const shard = decodeShard(new Uint8Array(bytes));
      for (const each of shard?.notes ?? []) shard?.read(each);
    },
  },
  note: {
    bytes: gunzipSync(firstNote()),
    read(bytes) {
      const decoded = decodeNote(bytes);
      if (!decoded) return;
      const edition = { ...decoded.edition, note: { origin: 'catalog', source: 'x', path: '1.md' } } as const;
      const shown = chooseEdition({ videoId: id, revision: '', editions: [edition] }, ['zh-Hant', 'en']);
      letterOrder(shown.glossary, shown.language);
      buildIndex([lookupSource(id, edition)]);
      const timeline = align(
        shown,
        { duration: 600, chapters: [], chapterOrigin: 'unknown', transcript: null },
        [],
        null,
      );
      return locate(timeline, 20);
    },
  },
};

function firstNote(): Uint8Array {
  const shard = decodeShard(new Uint8Array(file('shards/')));
  const [first] = shard?.notes ?? [];
  return (first && shard?.read(first)) ?? new Uint8Array();
}

/** The same numbers in every run (Lehmer's generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 0x7fffffff;
    return state % below;
  };
}

function withOtherBytes(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let times = below(4); times >= 0; times--) changed[below(changed.length)] = below(256);
  return below(4) === 0 ? changed.subarray(0, below(changed.length)) : changed;
}

const HOSTILE = [
  null,
  true,
  -1,
  1e308,
  0.5,
  '',
  '\u0000',
  '../..',
  '__proto__',
  'a--b',
  'x'.repeat(5000),
  [],
  {},
  [[]],
];

/** Replaces one value, wherever it is. */
function withOtherValue(data: unknown, below: (limit: number) => number): unknown {
  if (typeof data !== 'object' || data === null || below(6) === 0) return HOSTILE[below(HOSTILE.length)];
  const keys = Object.keys(data);
  const key = keys[below(Math.max(1, keys.length))];
  if (key === undefined) return HOSTILE[below(HOSTILE.length)];
  const changed = Array.isArray(data) ? [...data] : { ...data };
  Reflect.set(changed, key, withOtherValue(Reflect.get(data, key), below));
  return changed;
}

test.each(Object.entries(readers))(
  '%s with other bytes or other values is refused, or read, and nothing is thrown',
  (_, { bytes, read }) => {
    expect(() => read(bytes)).not.toThrow();
    const below = numbers(20_261_126);
    for (let times = 0; times < 1500; times++) expect(() => read(withOtherBytes(bytes, below))).not.toThrow();
    const lines = text(bytes).split('\n');
    for (let times = 0; times < 1500; times++) {
      const changed = [...lines];
      const at = below(lines.length);
      try {
        changed[at] = JSON.stringify(withOtherValue(JSON.parse(lines[at] ?? ''), below));
      } catch {
        // No JSON: other bytes are all there is to try.
        break;
      }
      expect(() => read(Buffer.from(changed.join('\n')))).not.toThrow();
    }
  },
);

test('lists of nothing but line ends, or of one endless line, are refused at once', () => {
  const text = ['\n'.repeat(20_000_000), '['.repeat(20_000_000)];
  for (const one of text)
    expect([decodeTitles(one), decodeNames(one), decodeShardList(one)]).toEqual([null, null, null]);
});
