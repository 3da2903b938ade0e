import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CATALOG_VERSION, type Catalog, type CatalogFile, MOST_LANGUAGES } from '../../core/catalog/catalog.ts';
import { buildFilter, encodeFilter } from '../../core/catalog/fuse-filter.ts';
import { encodeNews, type News } from '../../core/catalog/news.ts';
import { decodeShard, encodeShard, type Shard } from '../../core/catalog/shard-file.ts';
import { encodeShardList } from '../../core/catalog/shard-list.ts';
import { divideIntoShards, shardOf } from '../../core/catalog/shard-tree.ts';
import { type CatalogTitle, encodeTitles, MOST_EDITIONS } from '../../core/catalog/titles.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { createSpool, type Place } from '../spool.ts';
import { UsageError } from '../usage-error.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { collectNames, MOST_NAMED } from './collect-names.ts';
import { filesOf, type LastRun } from './last-run.ts';
import type { PublishedVideo } from './publish-work.ts';
import { contentsOf, fitsCatalogJson, folderFiles, hashOf } from './published-files.ts';
import { type StoredNote, type StoredSource, type StoredVideo, writeState } from './publisher-state.ts';
import { removeOldFiles } from './remove-old-files.ts';
import { writePages, writeSite } from './site.ts';
import { writeWhole } from './write-whole.ts';

export interface CatalogWriter {
  /** Adds a video some file of which is new or changed. */
  addVideo(videoId: VideoId, video: PublishedVideo, transcript: string | null): Promise<void>;
  /**
   * Writes everything that changed, catalog.json last, then removes what is no longer part of the catalog. Also returns how
   * many videos are new, changed or gone.
   */
  finish(run: {
    readonly maker: string;
    readonly sources: ReadonlyMap<string, StoredSource>;
    readonly gone: readonly VideoId[];
    readonly site: boolean;
  }): Promise<{ readonly catalog: Catalog; readonly changes: number }>;
  /** Deletes the temporary files. */
  end(): void;
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
  { published, state: before }: LastRun,
): Promise<CatalogWriter> {
  const files = folderFiles(out);
  const spool = createSpool();
  /** New and changed videos. */
  const fresh = new Map<VideoId, StoredVideo>();
  /** Videos with the same notes as before, though a file of theirs changed. */
  const same = new Map<VideoId, StoredVideo>();
  /** The places in the spool of the new notes for shards. */
  const contents = new Map<StoredNote, Place>();
  const names = collectNames(files, published);

  /** Writes a file whose name contains the hash of its contents, unless it exists. Returns its name and size. */
  async function write(stem: string, plain: Uint8Array, compressed?: Uint8Array): Promise<CatalogFile> {
    const file = `${stem}-${hashOf(plain)}.bin`;
    const bytes = compressed ?? plain;
    if (!(await contentsOf(files, file))) await writeWhole(join(out, file), bytes);
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
      stored.push({ ...note, bytes, hash: hashOf(content), piece });
    }
    await writePages(out, pages);
    const known = before.videos.get(videoId)?.notes;
    if (known && JSON.stringify(known) === JSON.stringify(stored)) {
      same.set(videoId, { notes: known, transcript });
      return;
    }
    for (const [at, one] of stored.entries()) {
      if (one.piece === null) contents.set(one, spool.addBytes(notes[at]?.content ?? new Uint8Array()));
    }
    if (stored.length > 0) fresh.set(videoId, { notes: stored, transcript });
    names.add(videoId, notes);
  }

  async function writePiece(content: Uint8Array): Promise<string> {
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
    // All files were whole when the run began.
    if (!content) throw new Error(`${file} has changed in the meantime`);
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

  /** The catalog with the given lists and news. */
  function catalogOf(videos: Videos, lists: Lists, news: Catalog['news']): { catalog: Catalog; json: string } {
    const notes = [...videos.values()].flatMap((video) => video.notes);
    const catalog: Catalog = {
      format: 'sleevenotes-catalog',
      version: CATALOG_VERSION,
      id: published?.id ?? hashOf(Buffer.from(JSON.stringify([about.title, about.publisher ?? '', about.home ?? '']))),
      title: about.title,
      ...(about.publisher ? { publisher: about.publisher } : {}),
      ...(about.home ? { home: about.home } : {}),
      languages: countLanguages(videos).slice(0, MOST_LANGUAGES),
      episodes: videos.size,
      notes: notes.length,
      bytes: notes.reduce((sum, { bytes }) => sum + bytes, 0),
      mirrors: [...(about.mirrors ?? [])],
      ...(about.movedTo ? { movedTo: about.movedTo } : {}),
      ...lists,
      news,
    };
    return { catalog, json: `${JSON.stringify(catalog, null, 1)}\n` };
  }

  async function writeLists(videos: Videos, shards: ReadonlyMap<string, string>): Promise<Lists> {
    const ids = [...videos.keys()];
    return {
      filter: await write('filter', encodeFilter(buildFilter(ids.map(hashVideo)))),
      shards: await writeText('shards', encodeShardList(shards)),
      ...(videos.size <= MOST_TITLES && { titles: await writeText('titles', encodeTitles([...videos].map(titleOf))) }),
      ...(videos.size <= MOST_NAMED && { names: await writeText('names', await names.all(ids)) }),
    };
  }

  async function writeNews(removed: readonly VideoId[], shards: ReadonlyMap<string, string>) {
    const told: News = {
      titles: [...fresh].map(titleOf).sort((a, b) => (a.videoId < b.videoId ? -1 : 1)),
      removed: removed.toSorted(),
      shards: [...shards].filter(([name, file]) => before.shards.get(name) !== file),
      gone: [...before.shards.keys()].filter((name) => !shards.has(name)),
    };
    const changedNames = published?.names ? { names: await writeText('names', names.changed(removed)) } : {};
    return { ...(await writeText('news', encodeNews(told))), ...changedNames };
  }

  async function finish({ maker, sources, gone, site }: Parameters<CatalogWriter['finish']>[0]) {
    const videos = new Map([...before.videos, ...same, ...fresh].sort(([a], [b]) => (a < b ? -1 : 1)));
    for (const videoId of gone) videos.delete(videoId);
    const shards = await writeShards(videos);
    const removed = gone.filter((videoId) => before.videos.has(videoId));
    const changes = fresh.size + removed.length;
    const sinceFilter = before.sinceFilter + changes;
    const keeps =
      published !== null &&
      before.maker === maker &&
      published.news.length < MOST_NEWS &&
      sinceFilter <= Math.max(20, videos.size * MOST_CHANGED) &&
      (published.titles !== undefined) === videos.size <= MOST_TITLES &&
      (published.names !== undefined) === videos.size <= MOST_NAMED;
    const withNews = keeps
      ? catalogOf(videos, listsOf(published), [
          ...published.news,
          ...(changes > 0 ? [await writeNews(removed, shards)] : []),
        ])
      : null;
    // A long title, or many languages, leave room for fewer news.
    const goesOn = withNews !== null && fitsCatalogJson(withNews.json);
    const { catalog, json } = goesOn ? withNews : catalogOf(videos, await writeLists(videos, shards), []);
    if (!fitsCatalogJson(json))
      throw new UsageError('catalog.json would be over 8 kB. Shorten the title and addresses, or name fewer mirrors.');
    const removeOldPages = site ? await writeSite(out, about, catalog.languages, videos) : null;
    const sorted = new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
    await writeState(out, { maker, catalog, sources: sorted, videos, shards, sinceFilter: goesOn ? sinceFilter : 0 });
    const previous = await readFile(join(out, 'catalog.json'), 'utf8').catch(() => '');
    if (previous !== json) await writeWhole(join(out, 'catalog.json'), json);
    await removeOldPages?.();
    await removeOldFiles(out, filesOf(catalog, { shards, videos }));
    return { catalog, changes };
  }

  return { addVideo, finish, end: spool.destroy };
}

type Videos = ReadonlyMap<VideoId, StoredVideo>;
type Lists = Pick<Catalog, 'filter' | 'shards' | 'titles' | 'names'>;

const listsOf = ({ filter, shards, titles, names }: Catalog): Lists => ({
  filter,
  shards,
  ...(titles && { titles }),
  ...(names && { names }),
});

const titleOf = ([videoId, { notes }]: readonly [VideoId, StoredVideo]): CatalogTitle => ({
  videoId,
  editions: notes.slice(0, MOST_EDITIONS).map(({ language, title, sections, terms, date }) => ({
    language,
    title,
    sections,
    terms,
    ...(date !== null && { date }),
  })),
});

/** The languages of all notes, most common first. */
function countLanguages(videos: Videos): string[] {
  const counts = new Map<string, number>();
  for (const { notes } of videos.values()) {
    for (const { language } of notes) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([language]) => language);
}
