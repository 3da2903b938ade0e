import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CATALOG_VERSION, type Catalog, type CatalogFile } from '../../core/catalog/catalog.ts';
import { buildFilter, encodeFilter } from '../../core/catalog/fuse-filter.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { encodeNews, type News } from '../../core/catalog/news.ts';
import { decodeShard, encodeShard, type Shard } from '../../core/catalog/shard-file.ts';
import { encodeShardList } from '../../core/catalog/shard-list.ts';
import { divideIntoShards, shardOf } from '../../core/catalog/shard-tree.ts';
import { type CatalogTitle, encodeTitles } from '../../core/catalog/titles.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { createSpool, type Place } from '../spool.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { collectNames, MOST_NAMED } from './collect-names.ts';
import type { PublishedVideo } from './publish-work.ts';
import { contentsOf, fitsCatalogJson, folderFiles, hashOf, publishedCatalog } from './published-files.ts';
import {
  type PublisherState,
  STATE_FILE,
  type StoredNote,
  type StoredSource,
  type StoredVideo,
  writeState,
} from './publisher-state.ts';
import { writeSite } from './site.ts';

export interface CatalogWriter {
  /** Adds a video whose notes are new or changed. */
  addVideo(videoId: VideoId, video: PublishedVideo, transcript: string | null): Promise<void>;
  /** Writes everything that changed, catalog.json last, then removes what is no longer part of the catalog. */
  finish(run: {
    readonly maker: string;
    readonly sources: ReadonlyMap<string, StoredSource>;
    readonly gone: readonly VideoId[];
    readonly site: boolean;
  }): Promise<Catalog>;
}

/** A longer note (bytes, compressed) has a file of its own, or its whole shard would be slow to fetch. */
const LONGEST_IN_SHARD = 100_000;
/** With more episodes the list of titles (some 40 bytes each) would be too large, so the catalog cannot be browsed. */
const MOST_TITLES = 100_000;
/** New lists replace the news when there are this many files of news, or more changes than this share of the episodes. */
const MOST_NEWS = 30;
const MOST_CHANGED = 0.1;

export async function createCatalogWriter(
  out: string,
  about: CatalogAbout,
  before: PublisherState,
): Promise<CatalogWriter> {
  const files = folderFiles(out);
  const published = await publishedCatalog(files);
  await mkdir(out, { recursive: true });
  const spool = createSpool();
  const fresh = new Map<VideoId, StoredVideo>();
  /** The places in the spool of the new notes for shards. */
  const contents = new Map<StoredNote, Place>();
  const names = collectNames(files, published);

  /** Writes a file whose name contains the hash of its contents, unless it exists. Returns its name and size. */
  async function write(stem: string, plain: Uint8Array, compressed?: Uint8Array): Promise<CatalogFile> {
    const file = `${stem}-${hashOf(plain)}.bin`;
    const bytes = compressed ?? plain;
    if (!(await contentsOf(files, file))) {
      const path = join(out, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    }
    return { file, bytes: bytes.length };
  }
  const writeText = (stem: string, text: string) => {
    const plain = Buffer.from(text);
    return write(stem, plain, gzipSync(plain, { level: 9 }));
  };

  async function addVideo(
    videoId: VideoId,
    { notes, pages }: PublishedVideo,
    transcript: string | null,
  ): Promise<void> {
    const stored: StoredNote[] = [];
    for (const { content, names: _, ...note } of notes) {
      const bytes = content.length;
      const piece = bytes > LONGEST_IN_SHARD ? await writePiece(content) : null;
      const one = { ...note, bytes, piece };
      if (piece === null) contents.set(one, spool.addBytes(content));
      stored.push(one);
    }
    if (stored.length > 0) fresh.set(videoId, { notes: stored, transcript });
    names.add(videoId, notes);
    for (const [name, page] of pages) {
      await mkdir(join(out, 'v'), { recursive: true });
      await writeFile(join(out, 'v', name), page);
    }
  }

  async function writePiece(content: Uint8Array): Promise<string> {
    const { gunzipSync } = await import('node:zlib');
    const plain = gunzipSync(content);
    return (await write(`pieces/${hashOf(plain).slice(0, 2)}/note`, plain, content)).file;
  }

  /** The shard read last; `oldContent` reads the notes of unchanged videos from it. */
  const opened = new Map<string, Shard | null>();
  async function oldContent(videoId: VideoId, note: StoredNote): Promise<Uint8Array> {
    const file = before.shards.get(shardOf(hashVideo(videoId), before.shards) ?? '') ?? '';
    if (!opened.has(file)) {
      opened.clear();
      const bytes = await contentsOf(files, file);
      opened.set(file, bytes && decodeShard(new Uint8Array(bytes)));
    }
    const shard = opened.get(file);
    const found = shard?.notes.find((each) => each.videoId === videoId && each.file === note.file);
    const content = found && shard?.read(found);
    if (!content) throw new Error(`${file}: missing or damaged. Delete ${STATE_FILE} in the folder and publish again.`);
    return content;
  }

  async function writeShards(videos: ReadonlyMap<VideoId, StoredVideo>): Promise<Map<string, string>> {
    const items = [...videos].map(([videoId, video]) => ({
      videoId,
      notes: video.notes,
      hash: hashVideo(videoId),
      bytes: video.notes.reduce((sum, { bytes, piece }) => sum + (piece === null ? bytes : 0), 0),
    }));
    const shards = new Map<string, string>();
    const oldNames = new Map<string, string[]>();
    for (const videoId of before.videos.keys()) {
      const name = shardOf(hashVideo(videoId), before.shards) ?? '';
      oldNames.set(name, [...(oldNames.get(name) ?? []), videoId]);
    }
    for (const [name, inside] of divideIntoShards(items)) {
      const sorted = inside.toSorted((a, b) => (a.videoId < b.videoId ? -1 : 1));
      const old = before.shards.get(name);
      const same = old !== undefined && oldNames.get(name)?.length === sorted.length;
      if (same && sorted.every(({ videoId }) => !fresh.has(videoId) && before.videos.has(videoId))) {
        shards.set(name, old);
        continue;
      }
      const notes = [];
      for (const { videoId, notes: own } of sorted) {
        for (const note of own) {
          const { file, language, bytes, piece } = note;
          const place = contents.get(note);
          const content = piece !== null ? null : place ? spool.readBytes(place) : await oldContent(videoId, note);
          notes.push({ videoId, file, language, bytes, content, ...(piece === null ? {} : { piece }) });
        }
      }
      const folder = name.length > 8 ? `${name.slice(0, 8)}/` : '';
      shards.set(name, (await write(`shards/${folder}${name || 'all'}`, encodeShard(notes))).file);
    }
    return shards;
  }

  async function finish({ maker, sources, gone, site }: Parameters<CatalogWriter['finish']>[0]): Promise<Catalog> {
    const videos = new Map([...before.videos, ...fresh].sort(([a], [b]) => (a < b ? -1 : 1)));
    for (const videoId of gone) videos.delete(videoId);
    const shards = await writeShards(videos);
    const titles = [...videos].map(titleOf);
    const removed = gone.filter((videoId) => before.videos.has(videoId));
    const changes = fresh.size + removed.length;
    const sinceFilter = before.sinceFilter + changes;
    const listed = titles.length <= MOST_TITLES;
    const named = titles.length <= MOST_NAMED;
    const keeps =
      published !== null &&
      before.maker === maker &&
      published.news.length < MOST_NEWS &&
      sinceFilter <= Math.max(20, videos.size * MOST_CHANGED) &&
      (published.titles !== undefined) === listed &&
      (published.names !== undefined) === named;
    const lists = keeps
      ? {
          filter: published.filter,
          shards: published.shards,
          ...(published.titles ? { titles: published.titles } : {}),
          ...(published.names ? { names: published.names } : {}),
        }
      : {
          filter: await write('filter', encodeFilter(buildFilter([...videos.keys()].map(hashVideo)))),
          shards: await writeText('shards', encodeShardList(shards)),
          ...(listed ? { titles: await writeText('titles', encodeTitles(titles)) } : {}),
          ...(named ? { names: await writeText('names', await names.all([...videos.keys()])) } : {}),
        };
    const told: News = {
      titles: [...fresh].map(titleOf).sort((a, b) => (a.videoId < b.videoId ? -1 : 1)),
      removed: removed.toSorted(),
      shards: [...shards].filter(([name, file]) => before.shards.get(name) !== file),
      gone: [...before.shards.keys()].filter((name) => !shards.has(name)),
    };
    const news = keeps ? [...published.news] : [];
    if (keeps && changes > 0) {
      const changedNames = named ? { names: await writeText('names', names.changed(removed)) } : {};
      news.push({ ...(await writeText('news', encodeNews(told))), ...changedNames });
    }
    const languages = countLanguages(videos);
    const catalog: Catalog = {
      format: 'sleevenotes-catalog',
      version: CATALOG_VERSION,
      id: published?.id ?? hashOf(Buffer.from(JSON.stringify([about.title, about.publisher ?? '', about.home ?? '']))),
      title: about.title,
      ...(about.publisher ? { publisher: about.publisher } : {}),
      ...(about.home ? { home: about.home } : {}),
      languages,
      episodes: videos.size,
      notes: [...videos.values()].reduce((sum, { notes }) => sum + notes.length, 0),
      bytes: [...videos.values()].flatMap(({ notes }) => notes).reduce((sum, { bytes }) => sum + bytes, 0),
      mirrors: [...(about.mirrors ?? [])],
      ...(about.movedTo ? { movedTo: about.movedTo } : {}),
      ...lists,
      news,
    };
    const json = `${JSON.stringify(catalog, null, 1)}\n`;
    if (!fitsCatalogJson(json))
      throw new Error('catalog.json would be over 8 kB. Shorten the title, or name fewer mirrors.');
    if (site) await writeSite(out, about, languages, videos);
    const previous = await readFile(join(out, 'catalog.json'), 'utf8').catch(() => '');
    if (previous !== json) {
      await writeFile(join(out, 'catalog.json.part'), json);
      await rename(join(out, 'catalog.json.part'), join(out, 'catalog.json'));
    }
    if (changes > 0 || before.maker !== maker)
      await writeState(out, { maker, sources, videos, shards, sinceFilter: keeps ? sinceFilter : 0 });
    await removeOthers(catalog, shards, videos);
    spool.destroy();
    return catalog;
  }

  /** Removes files of earlier runs that the catalog no longer refers to. */
  async function removeOthers(
    catalog: Catalog,
    shards: ReadonlyMap<string, string>,
    videos: ReadonlyMap<VideoId, StoredVideo>,
  ): Promise<void> {
    const pieces = [...videos.values()].flatMap(({ notes }) => notes.flatMap(({ piece }) => piece ?? []));
    const { filter, shards: list, titles, news } = catalog;
    const lists = [filter, list, ...(titles ? [titles] : []), ...nameFilesOf(catalog), ...news];
    const wanted = new Set([...lists.map(({ file }) => file), ...shards.values(), ...pieces]);
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !/-[0-9a-f]{16}\.bin(?:\.part)?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      if (!wanted.has(path.slice(join(out, '/').length).replaceAll('\\', '/'))) await rm(path);
    }
  }

  return { addVideo, finish };
}

const titleOf = ([videoId, { notes }]: readonly [VideoId, StoredVideo]): CatalogTitle => ({
  videoId,
  editions: notes.map(({ language, title, sections, terms, date }) => ({
    language,
    title,
    sections,
    terms,
    ...(date !== null && { date }),
  })),
});

/** The languages of all notes, most common first. */
function countLanguages(videos: ReadonlyMap<VideoId, StoredVideo>): string[] {
  const counts = new Map<string, number>();
  for (const { notes } of videos.values()) {
    for (const { language } of notes) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([language]) => language);
}
