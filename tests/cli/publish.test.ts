import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { readCatalog } from '../../core/catalog/catalog.ts';
import { decodeNote } from '../../core/catalog/decode-note.ts';
import { buildFilter, decodeFilter, encodeFilter, filterHas } from '../../core/catalog/fuse-filter.ts';
import { changedSince } from '../../core/catalog/membership.ts';
import { decodeNews, type News, withShardNews } from '../../core/catalog/news.ts';
import { decodeShard } from '../../core/catalog/shard-file.ts';
import { decodeShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import { sectionText } from '../../core/note/section-text.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { contentsOfFolder, idOf, note, runPublish } from './publish-command.ts';

let home = '';
let notes = '';
let out = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sleevenotes-publish-'));
  [notes, out] = [join(home, 'notes'), join(home, 'out')];
  await mkdir(notes);
  for (let at = 0; at < 12; at++) await writeFile(join(notes, `${at}.md`), note(at));
});
afterEach(() => rm(home, { recursive: true }));

const publish = (...more: string[]) => runPublish(notes, '--out', out, '--title', 'Bread', ...more);

const contents = () => contentsOfFolder(out);

/** A subscriber's result for a video: the titles of its notes and their times, or `null` when it is not in the filter. */
async function find(videoId: VideoId) {
  const file = (name: string) => readFile(join(out, name));
  const answer = readCatalog(await readFile(join(out, 'catalog.json'), 'utf8'));
  if (!answer.ok) throw new Error(answer.reason);
  const { catalog } = answer;
  const text = async (name: string) => gunzipSync(await file(name)).toString();
  const filter = decodeFilter(await file(catalog.filter.file));
  const news: News[] = [];
  for (const ref of catalog.news) news.push(decodeNews(await text(ref.file)) as News);
  const shards = withShardNews(decodeShardList(await text(catalog.shards.file)) ?? new Map(), news);
  if (!filter || !(changedSince(news).get(videoId) ?? filterHas(filter, hashVideo(videoId)))) return null;
  const shard = decodeShard(new Uint8Array(await file(shards.get(shardOf(hashVideo(videoId), shards) ?? '') ?? '')));
  const found = (shard?.notes ?? []).filter((each) => each.videoId === videoId);
  return found.map((each) => {
    const bytes = shard?.read(each);
    const { edition, times } = (bytes && decodeNote(gunzipSync(bytes))) ?? { edition: null, times: [] };
    return {
      title: edition?.title,
      text: JSON.stringify(edition?.sections),
      times,
      conversion: edition?.conversion?.language ?? null,
    };
  });
}

test('every note is found again, other videos are not, and the check agrees', async () => {
  const { code, stdout } = await publish();
  expect(stdout).toContain('Bread: 12 episodes, 12 notes');
  expect(code).toBe(0);
  expect((await find(idOf(7)))?.map(({ title }) => title)).toEqual(['Bread 7']);
  expect(await find(toVideoId('otherVideo1') as VideoId)).toBeNull();
  expect(await runPublish('--check', out)).toMatchObject({ code: 0, stdout: expect.stringContaining('0 errors') });
});

test('the same notes give the same bytes, in another folder and again in the same', async () => {
  await publish('--site');
  const first = await contents();
  await publish('--site');
  expect(await contents()).toEqual(first);
  out = join(home, 'elsewhere');
  await publish('--site');
  expect(await contents()).toEqual(first);
});

test('a changed, a new and a removed note are news; everything about all others stays the same', async () => {
  await publish();
  const before = await contents();
  await writeFile(join(notes, '3.md'), note(3, 'Rye and salt rest'));
  await writeFile(join(notes, '40.md'), note(40));
  await rm(join(notes, '5.md'));
  expect((await publish()).stdout).toContain('12 episodes, 12 notes');
  const catalog = JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));
  expect(catalog.news).toHaveLength(1);
  const after = await contents();
  for (const name of [catalog.filter.file, catalog.titles.file]) expect(after.get(name)).toBe(before.get(name));
  expect((await find(idOf(3)))?.[0]?.text).toContain('Rye and salt');
  expect((await find(idOf(40)))?.map(({ title }) => title)).toEqual(['Bread 40']);
  expect(await find(idOf(5))).toBeNull();
  expect((await find(idOf(6)))?.map(({ title }) => title)).toEqual(['Bread 6']);
  expect((await runPublish('--check', out)).code).toBe(0);
});

test('a transcript beside a note gives its times', async () => {
  const bundled = join(import.meta.dirname, '../../content/YAyYCdCkwo4.en.md');
  const text = (await readFile(bundled, 'utf8')).replace(/^timestamps:\n(?: .*\n)+/m, '');
  await writeFile(join(notes, 'talk.md'), text);
  const { edition } = compileNote({ file: 'talk.md', text });
  if (!edition) throw new Error('the note does not compile');
  // The note read aloud, one sentence every six seconds.
  const cues: string[] = [];
  const starts = new Map<string, number>();
  for (const section of edition.sections) {
    starts.set(section.id, cues.length * 6);
    for (const sentence of sectionText(section).split(/(?<=[.!?])\s+/)) {
      const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
      cues.push(`${clock(cues.length * 6)} --> ${clock(cues.length * 6 + 6)}\n${sentence}\n`);
    }
  }
  await writeFile(join(notes, 'talk.en.vtt'), `WEBVTT\n\n${cues.join('\n')}`);
  await publish();
  const times = (await find(toVideoId('YAyYCdCkwo4') as VideoId))?.[0]?.times ?? [];
  expect(times).toHaveLength(edition.sections.length);
  for (const { section, start } of times) expect(Math.abs(start - (starts.get(section) ?? 0))).toBeLessThan(15);
});

test('the notes of one video are joined, and one alone can be had in both scripts of Chinese', async () => {
  const chinese = (at: number, lang: string, title: string) =>
    note(at).replace('lang: en', `lang: ${lang}`).replace(`Bread ${at}`, title);
  await writeFile(join(notes, 'alone.md'), chinese(20, 'zh-Hans', '面包的发酵'));
  await writeFile(join(notes, 'first.md'), chinese(21, 'zh-Hans', '面包的发酵'));
  await writeFile(join(notes, 'second.md'), chinese(21, 'zh-Hant', '麵包的發酵'));
  const cues = Array.from(
    { length: 40 },
    (_, at) => `**[00:${String(at + 10)}]** Then the baker folds the dough once more.`,
  );
  await writeFile(
    join(notes, '3.transcript.md'),
    `${note(3).split('## Dough')[0]}## Transcript\n\n${cues.join('\n\n')}\n`,
  );
  await publish();
  expect(await find(idOf(20))).toMatchObject([{ title: '面包的发酵', conversion: 'zh-Hant' }]);
  expect(await find(idOf(21))).toMatchObject([
    { title: '面包的发酵', conversion: null },
    { title: '麵包的發酵', conversion: null },
  ]);
  expect((await find(idOf(3)))?.map(({ title }) => title)).toEqual(['Bread 3']);
});

test('the check names a damaged file and a missing one', async () => {
  await publish();
  const [shard] = await readdir(join(out, 'shards'));
  await writeFile(join(out, 'shards', shard ?? ''), 'nothing');
  const { code, stderr } = await runPublish('--check', out);
  expect(code).toBe(1);
  expect(stderr).toContain(`shards/${shard}: missing or damaged`);
});

test('the site works by itself: times open the video, and the index lists every episode', async () => {
  await writeFile(join(notes, '1.md'), note(1).replace('Bread 1', 'Bread <script>alert(1)</script> & butter'));
  await publish('--site');
  const index = await readFile(join(out, 'index.html'), 'utf8');
  expect(index.match(/<li>/g)).toHaveLength(12);
  expect(index).not.toContain('<script>alert');
  const page = await readFile(join(out, 'v', `${idOf(1)}.html`), 'utf8');
  expect(page).toContain(`https://www.youtube.com/watch?v=${idOf(1)}&#x26;t=0s`);
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('"@type":"Clip"');
  const chapters = JSON.parse(await readFile(join(out, 'v', `${idOf(1)}.chapters.json`), 'utf8'));
  expect(chapters.chapters.map(({ title }: { title: string }) => title)).toEqual(['Dough', 'Oven']);
});

/** Serves the published folder until the test is over. */
async function serve(headers: Record<string, string>, work: (address: string) => Promise<void>): Promise<void> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    readFile(join(out, path)).then(
      (bytes) => response.writeHead(200, headers).end(bytes),
      () => response.writeHead(404, headers).end('<!doctype html><title>Not here</title>'),
    );
  });
  await onLoopback(server, work);
}

async function onLoopback(server: Server, work: (address: string) => Promise<void>): Promise<void> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('the check of a host says which header it lacks', async () => {
  await publish();
  await serve({ 'access-control-allow-origin': '*', etag: '"1"' }, async (address) => {
    expect(await runPublish('--check', address)).toMatchObject({ code: 0, stderr: '' });
    expect(await runPublish('--check', `${address}catalog.json`)).toMatchObject({ code: 0 });
    expect((await runPublish('--check', `${address}nowhere/`)).stderr).toContain('catalog.json: missing');
  });
  await serve({}, async (address) => {
    const { code, stderr } = await runPublish('--check', address);
    expect(code).toBe(1);
    expect(stderr).toContain('does not send "Access-Control-Allow-Origin: *"');
    expect(stderr).toContain('without ETag or Last-Modified');
  });
});

test('the check of a host names pages in place of files, stale copies and mirrors that are none', async () => {
  await publish('--mirror', 'http://127.0.0.1:9/nowhere/');
  const [shard = ''] = await readdir(join(out, 'shards'));
  await writeFile(join(out, 'shards', shard), '<!doctype html><title>Not here</title>');
  const headers = { 'access-control-allow-origin': '*', etag: '"1"', 'cache-control': 'public, s-maxage=604800' };
  await serve(headers, async (address) => {
    const { code, stderr } = await runPublish('--check', address);
    expect(code).toBe(1);
    expect(stderr).toContain(`shards/${shard}: a web page came instead`);
    expect(stderr).toContain('news reach readers late');
    expect(stderr).toContain('The mirror http://127.0.0.1:9/nowhere/ cannot be used');
  });
});

test('the check of a host says what makes it work for nothing, and gives up what does not end', async () => {
  await publish();
  await serve(
    { 'access-control-allow-origin': '*', etag: '"1"', 'cache-control': 'no-store', age: '200000' },
    async (address) => {
      const { code, stderr } = await runPublish('--check', address);
      expect(code).toBe(0);
      expect(stderr).toContain('may not be cached');
      expect(stderr).toContain('has not looked for a newer one for more than a day');
    },
  );
  const squeezed = createServer(({ url = '' }, response) => {
    const bytes = (path: string) => gzipSync(readFileSync(join(out, path)));
    const headers = { 'access-control-allow-origin': '*', etag: '"1"', 'content-encoding': 'gzip' };
    response.writeHead(200, headers).end(bytes(url));
  });
  await onLoopback(squeezed, async (address) => {
    const { code, stderr } = await runPublish('--check', address);
    expect([code, stderr]).toEqual([0, expect.stringContaining('"Content-Encoding: gzip"')]);
  });
  const part = Buffer.alloc(1 << 20, 'x');
  const endless = createServer((_, response) => {
    const more = () => (response.write(part) ? setImmediate(more) : response.once('drain', more));
    more();
  });
  await onLoopback(endless, async (address) => {
    expect((await runPublish('--check', address)).stderr).toContain('more bytes than a file of a catalog may have');
  });
});

test('the check reads the notes, and says when the shard that has one is not theirs', async () => {
  await publish();
  const catalog = JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));
  const filter = encodeFilter(buildFilter([hashVideo(idOf(1))]));
  const file = `filter-${createHash('sha256').update(filter).digest('hex').slice(0, 16)}.bin`;
  await writeFile(join(out, file), filter);
  await writeFile(join(out, 'catalog.json'), JSON.stringify({ ...catalog, filter: { file, bytes: filter.length } }));
  const { code, stderr } = await runPublish('--check', out);
  expect([code, stderr]).toEqual([1, expect.stringContaining(`has a note for ${idOf(2)}`)]);
});

test('a folder with other files is not overwritten, and invalid arguments get a usage message', async () => {
  await mkdir(out);
  await writeFile(join(out, 'catalog.json'), '{"format":"something else"}');
  const { code, stderr } = await publish();
  expect(code).toBe(2);
  expect(stderr).toContain('catalog.json is not a catalog');
  expect(await readFile(join(out, 'catalog.json'), 'utf8')).toBe('{"format":"something else"}');
  expect((await runPublish(notes)).stderr).toContain('--out DIR');
  expect((await runPublish(notes, '--out', out)).stderr).toContain('--title');
});
