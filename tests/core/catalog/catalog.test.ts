import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileNote } from '../../../compiler/compile.ts';
import { readCatalog } from '../../../core/catalog/catalog.ts';
import { decodeNote, encodeNote } from '../../../core/catalog/decode-note.ts';
import { decodeRich } from '../../../core/catalog/decode-rich.ts';
import { buildFilter, filterHas } from '../../../core/catalog/fuse-filter.ts';
import { changedSince } from '../../../core/catalog/membership.ts';
import { decodeNews, encodeNews, type News, withShardNews, withTitleNews } from '../../../core/catalog/news.ts';
import { decodeShard, encodeShard } from '../../../core/catalog/shard-file.ts';
import { decodeShardList, encodeShardList } from '../../../core/catalog/shard-list.ts';
import { decodeTitles, encodeTitles } from '../../../core/catalog/titles.ts';
import { hashVideo } from '../../../core/catalog/video-hash.ts';
import type { VideoId } from '../../../core/video/video-id.ts';
import fc from '../../fast-check.ts';
import { madeUpIds } from './made-up-ids.ts';

const [first, second, third] = madeUpIds(3) as [never, never, never];
const file = (name: string) => `${name}-0123456789abcdef.bin`;
const title = (videoId: never, words: string) => ({
  videoId,
  editions: [{ language: 'en', title: words, sections: 3, terms: 2 }],
});

const smallest = {
  format: 'sleevenotes-catalog',
  version: 1,
  id: '0123456789abcdef',
  title: 'Talks',
  languages: ['en'],
  episodes: 1,
  notes: 1,
  bytes: 10,
  filter: { file: file('filter'), bytes: 40 },
  shards: { file: file('shards'), bytes: 40 },
};

test('catalog.json is read, and additions of a later version are ignored', () => {
  expect(readCatalog(JSON.stringify({ ...smallest, mood: 'blue' }))).toEqual({
    ok: true,
    catalog: { ...smallest, mirrors: [], news: [] },
  });
});

test.each([
  ['a web page', '<!doctype html>', 'not-a-catalog'],
  ['other JSON', '{"version":1}', 'not-a-catalog'],
  ['a newer format', JSON.stringify({ ...smallest, version: 2, filter: 'other' }), 'newer'],
  [
    'a path out of the folder',
    JSON.stringify({ ...smallest, filter: { file: `../${file('x')}`, bytes: 1 } }),
    'not-a-catalog',
  ],
  [
    'an address as a file',
    JSON.stringify({ ...smallest, filter: { file: `https://x.example/${file('x')}`, bytes: 1 } }),
    'not-a-catalog',
  ],
  ['a language that is none', JSON.stringify({ ...smallest, languages: ['a--b'] }), 'not-a-catalog'],
  ['a title of nothing that is seen', JSON.stringify({ ...smallest, title: '\u202e \n' }), 'not-a-catalog'],
  ['a mirror that is a script', JSON.stringify({ ...smallest, mirrors: ['javascript:alert(1)'] }), 'not-a-catalog'],
])('%s is refused as such', (_, json, reason) => {
  expect(readCatalog(json)).toEqual({ ok: false, reason });
});

test('every bundled note survives a catalog unchanged', () => {
  const folder = new URL('../../../content', import.meta.url);
  for (const name of readdirSync(folder)) {
    const { edition } = compileNote({ file: name, text: readFileSync(new URL(`${folder}/${name}`), 'utf8') });
    if (!edition) throw new Error(name);
    const times = [{ section: 'a', start: 1, earliest: 0, latest: 2, source: 'transcript' as const }];
    expect(decodeNote(encodeNote({ edition, times }))).toEqual({ edition, times });
  }
});

test.each([
  ['a heading of a paragraph', `## ${'word '.repeat(100)}\n\nText.\n`],
  ['a written id', `## One {#${'id'.repeat(250)}}\n\nText.\n`],
  ['a long speaker', `## One\n\n**${'Name '.repeat(130)}:** Good morning to all of you.\n`],
  ['a long definition', `## Glossary\n\n- **Yeast**: ${'word '.repeat(30_000)}\n\n## One\n\nText.\n`],
  [
    'a transcript of long paragraphs',
    `## One\n\nText.\n\n## Transcript\n\n${Array.from({ length: 30 }, (_, at) => `**[00:${at + 10}]** ${'word '.repeat(3000)}`).join('\n\n')}\n`,
  ],
])('a note with %s survives a catalog unchanged', (_, body) => {
  const text = `---\nsource: https://youtu.be/bakers00001\nlang: en\ntitle: Bread\n---\n\n${body}`;
  const { edition } = compileNote({ file: 'note.md', text });
  if (!edition) throw new Error('no edition');
  expect(decodeNote(encodeNote({ edition, times: [] }))).toEqual({ edition, times: [] });
});

test('a hostile note keeps its words and loses everything harmful', () => {
  const link = (href: string) => ({
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: [{ type: 'text', value: 'here' }],
  });
  const rich = decodeRich([
    { type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: 'alert(1)' }] },
    {
      type: 'element',
      tagName: 'p',
      properties: { onclick: 'x', style: 'y' },
      children: [link('javascript:x'), link('https://a.example')],
    },
  ]);
  const words = JSON.stringify(rich);
  expect(words).not.toMatch(/script"|onclick|style|javascript/);
  expect(words).toContain('https://a.example');
});

test('excessive nesting and arbitrary bytes are not a note, and nothing throws', () => {
  let deep: unknown = { type: 'text', value: 'x' };
  for (let depth = 0; depth < 5000; depth++)
    deep = { type: 'element', tagName: 'em', properties: {}, children: [deep] };
  expect(JSON.stringify(decodeRich([deep])).length).toBeLessThan(50_000);
  fc.assert(fc.property(fc.json(), (json) => decodeNote(new TextEncoder().encode(json)) === null));
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => decodeNote(bytes) === null && decodeShard(new Uint8Array(bytes)) === null),
  );
});

test('a shard has each note’s own bytes; a truncated shard is refused', () => {
  const content = (value: number) => new Uint8Array([value, value, value]);
  const notes = [
    { videoId: first, file: 'a.md', language: 'en', bytes: 3, content: content(1) },
    {
      videoId: second,
      file: 'long.md',
      language: 'zh-Hans',
      bytes: 500_000,
      piece: file('pieces/long'),
      content: null,
    },
    { videoId: third, file: 'b.md', language: 'en', bytes: 3, content: content(2) },
  ];
  const bytes = encodeShard(notes);
  const shard = decodeShard(bytes);
  expect(shard?.notes).toEqual(notes.map(({ content: _, ...note }) => note));
  expect(shard?.notes.map((note) => shard.read(note))).toEqual(notes.map(({ content: own }) => own));
  expect(decodeShard(bytes.slice(0, -1))).toBeNull();
});

test('lists survive encoding, and a damaged line is detected', () => {
  const list = new Map([
    ['', file('shards/a')],
    ['01', file('shards/b')],
  ]);
  expect(decodeShardList(encodeShardList(list))).toEqual(list);
  expect(decodeShardList('01 ../../etc/passwd')).toBeNull();
  const titles = [title(first, 'Line\nbreak'), title(second, 'b')];
  expect(decodeTitles(encodeTitles(titles))).toEqual(titles);
  expect(decodeTitles('{"videoId":1}')).toBeNull();
});

test('news list what was added, changed and removed', () => {
  const news: News = {
    titles: [title(second, 'new')],
    removed: [first],
    shards: [['1', file('shards/c')]],
    gone: [''],
  };
  const read = decodeNews(encodeNews(news));
  expect(read).toEqual(news);
  const filter = buildFilter([hashVideo(first)]);
  const since = changedSince([news]);
  const knows = (videoId: VideoId) => since.get(videoId) ?? filterHas(filter, hashVideo(videoId));
  expect([first, second, third].map((videoId) => knows(videoId))).toEqual([false, true, false]);
  expect([...withShardNews(new Map([['', file('shards/a')]]), [news])]).toEqual([['1', file('shards/c')]]);
  expect(withTitleNews([title(first, 'a')], [news])).toEqual([title(second, 'new')]);
});
