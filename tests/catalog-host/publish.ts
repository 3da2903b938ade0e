import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { compileNote } from '../../compiler/compile.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { encodeNote } from '../../core/catalog/decode-note.ts';
import { buildFilter, encodeFilter } from '../../core/catalog/fuse-filter.ts';
import { encodeNews, type News } from '../../core/catalog/news.ts';
import { encodeShard, type ShardNote } from '../../core/catalog/shard-file.ts';
import { encodeShardList } from '../../core/catalog/shard-list.ts';
import { type CatalogTitle, encodeTitles } from '../../core/catalog/titles.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import { toUtf8 } from '../../core/text/utf8.ts';
import type { VideoId } from '../../core/video/video-id.ts';

export type PublishedFiles = Map<string, Uint8Array>;

/** A small published folder made by hand: two shards, by the first bit of a video's hash. */
export interface Published {
  readonly files: PublishedFiles;
  readonly catalog: Catalog;
  /** The file of the shard that has a video. */
  shardOf(videoId: VideoId): string;
}

export interface PublishOptions {
  readonly id?: string;
  readonly title?: string;
  /** The size stated in catalog.json: a small catalog is kept whole at once. */
  readonly bytes?: number;
  /** Videos whose note is in a file of its own. */
  readonly pieces?: readonly VideoId[];
  readonly change?: (catalog: Catalog) => object;
  /** Puts a note for another video into the shard of this one. */
  readonly foreign?: { readonly into: VideoId; readonly note: string };
}

const hashOf = (contents: Uint8Array) => createHash('sha256').update(contents).digest('hex').slice(0, 16);

/** @param notes Whole notes in Markdown. */
export function publishByHand(notes: readonly string[], options: PublishOptions = {}): Published {
  const files: PublishedFiles = new Map();
  const add = (name: string, contents: Uint8Array, stored = contents): { file: string; bytes: number } => {
    const file = `${name}-${hashOf(contents)}.bin`;
    files.set(file, stored);
    return { file, bytes: stored.length };
  };
  const compiled = notes.map((text, at) => compiledNote(text, `${at}.md`));
  const bitOf = (videoId: VideoId) => String(hashVideo(videoId).high >>> 31);
  const list = new Map<string, string>();
  for (const bit of ['0', '1']) {
    const inside = compiled.filter(({ videoId }) => bitOf(videoId) === bit);
    if (options.foreign && bitOf(options.foreign.into) === bit) inside.push(compiledNote(options.foreign.note, 'f.md'));
    if (inside.length === 0) continue;
    const shard = inside.map(({ videoId, file, edition }) => {
      const plain = encodeNote({ edition, times: [] });
      const content = gzipSync(plain);
      const note: ShardNote = { videoId, file, language: edition.language, bytes: content.length };
      if (!options.pieces?.includes(videoId)) return { ...note, content };
      return { ...note, piece: add('pieces/p', plain, content).file, content: null };
    });
    list.set(bit, add(`shards/s${bit}`, encodeShard(shard)).file);
  }
  const titles = compiled.map(titleOf);
  const text = (name: string, contents: string) => add(name, toUtf8(contents), gzipSync(contents));
  const catalog: Catalog = {
    format: 'sleevenotes-catalog',
    version: 1,
    id: options.id ?? '00000000000000aa',
    title: options.title ?? 'Talks by hand',
    publisher: 'Somebody',
    languages: [...new Set(compiled.map(({ edition }) => edition.language))],
    episodes: new Set(compiled.map(({ videoId }) => videoId)).size,
    notes: compiled.length,
    bytes: options.bytes ?? 20_000_000,
    mirrors: [],
    news: [],
    filter: add(
      'filter',
      encodeFilter(buildFilter([...new Set(compiled.map(({ videoId }) => videoId))].map(hashVideo))),
    ),
    shards: text('shards', encodeShardList(list)),
    titles: text('titles', encodeTitles(titles)),
  };
  files.set('catalog.json', toUtf8(JSON.stringify(options.change?.(catalog) ?? catalog)));
  return { files, catalog, shardOf: (videoId) => list.get(bitOf(videoId)) ?? '' };
}

/** The same catalog after one more publication, with its news beside the previous files. */
export function withNews(before: Published, notes: readonly string[], options: PublishOptions = {}): Published {
  const after = publishByHand(notes, options);
  const compiled = notes.map((text, at) => compiledNote(text, `${at}.md`));
  const known = new Set(compiled.map(({ videoId }) => videoId));
  const news: News = {
    titles: compiled.map(titleOf),
    removed: [],
    shards: [...new Set(known)].map((id) => [String(hashVideo(id).high >>> 31), after.shardOf(id)]),
    gone: [],
  };
  const contents = toUtf8(encodeNews(news));
  const file = `news-${hashOf(contents)}.bin`;
  const catalog: Catalog = {
    ...before.catalog,
    episodes: after.catalog.episodes,
    notes: after.catalog.notes,
    news: [...before.catalog.news, { file, bytes: contents.length }],
  };
  const files = new Map([...before.files, ...after.files, [file, contents] as const]);
  files.set('catalog.json', toUtf8(JSON.stringify(catalog)));
  return { files, catalog, shardOf: after.shardOf };
}

function compiledNote(text: string, file: string) {
  const { videoId, edition } = compileNote({ file, text });
  if (!videoId || !edition) throw new Error(`${file} is no note`);
  return { videoId, edition, file };
}

const titleOf = ({ videoId, edition }: ReturnType<typeof compiledNote>): CatalogTitle => ({
  videoId,
  editions: [
    {
      language: edition.language,
      title: edition.title,
      sections: edition.sections.length,
      terms: edition.glossary.length,
    },
  ],
});
