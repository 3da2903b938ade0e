import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Catalog, readCatalog } from '../../core/catalog/catalog.ts';
import { decodeNews, type News, withShardNews } from '../../core/catalog/news.ts';
import { decodeShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { Published } from './publish.ts';

const NOTES = join(import.meta.dirname, '../../cli/notes.ts');

/** Publishes a folder of notes by running `notes publish`. */
export interface Publisher {
  /** Replaces all notes by these, each about another video, and publishes. */
  publish(notes: readonly string[], ...options: string[]): Promise<Published>;
  /** The published folder. */
  readonly out: string;
  close(): Promise<void>;
}

export async function startPublisher(title: string): Promise<Publisher> {
  const home = await mkdtemp(join(tmpdir(), 'sleevenotes-publisher-'));
  const [notes, out] = [join(home, 'notes'), join(home, 'out')];
  return {
    out,
    async publish(texts, ...options) {
      await rm(notes, { recursive: true, force: true });
      await mkdir(notes);
      for (const text of texts) await writeFile(join(notes, `${/v=([\w-]{11})/.exec(text)?.[1]}.md`), text);
      const about = ['--out', out, '--title', title, '--publisher', 'Somebody'];
      execFileSync(process.execPath, [NOTES, 'publish', notes, ...about, ...options], { stdio: 'pipe' });
      return publishedIn(out);
    },
    close: () => rm(home, { recursive: true }),
  };
}

/** The contents of a published folder. */
async function publishedIn(folder: string): Promise<Published> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  const text = (file: string) => gunzipSync(files.get(file) ?? '').toString();
  const answer = readCatalog(Buffer.from(files.get('catalog.json') ?? '').toString());
  if (!answer.ok) throw new Error(answer.reason);
  const catalog: Catalog = answer.catalog;
  const news = catalog.news.map(({ file }) => decodeNews(text(file)) as News);
  const shards = withShardNews(decodeShardList(text(catalog.shards.file)) ?? new Map(), news);
  return { files, catalog, shardOf: (videoId) => shards.get(shardOf(hashVideo(videoId), shards) ?? '') ?? '' };
}

/** The same files with another catalog.json. */
export function withCatalogJson(
  { files, catalog, ...rest }: Published,
  change: (catalog: Catalog) => object,
): Published {
  const json = Buffer.from(JSON.stringify(change(catalog)));
  return { ...rest, catalog, files: new Map([...files, ['catalog.json', json]]) };
}
