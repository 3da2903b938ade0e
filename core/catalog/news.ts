import * as v from 'valibot';
import { fromJson } from '../text/utf8.ts';
import { videoIdSchema } from './schemas.ts';
import { type ShardList, shardEntrySchema } from './shard-list.ts';
import { type CatalogTitle, titleSchema } from './titles.ts';

/** What one publication changed, so that a subscriber need not fetch everything again. */
export interface News {
  /** New episodes, and those whose titles changed. */
  readonly titles: readonly CatalogTitle[];
  /** Videos that no longer have a note. */
  readonly removed: readonly CatalogTitle['videoId'][];
  /** New and changed shards. */
  readonly shards: readonly (readonly [name: string, file: string])[];
  /** Names of shards that no longer exist: split, joined or emptied. */
  readonly gone: readonly string[];
}

const newsSchema = v.object({
  titles: v.array(titleSchema),
  removed: v.array(videoIdSchema),
  shards: v.array(shardEntrySchema),
  gone: v.array(v.string()),
});

export const encodeNews = (news: News): string => JSON.stringify(news);

/** Reads what {@link encodeNews} wrote; `null` when it is anything else. */
export function decodeNews(text: string): News | null {
  const result = v.safeParse(newsSchema, fromJson(text));
  return result.success ? result.output : null;
}

/** The shards after the news, given those before it. */
export function withShardNews(list: ShardList, news: readonly News[]): ShardList {
  const changed = new Map(list);
  for (const { gone, shards } of news) {
    for (const name of gone) changed.delete(name);
    for (const [name, file] of shards) changed.set(name, file);
  }
  return changed;
}

/** The titles after the news; a changed episode keeps its place, new ones come last. */
export function withTitleNews(titles: readonly CatalogTitle[], news: readonly News[]): readonly CatalogTitle[] {
  const changed = new Map(titles.map((title) => [title.videoId, title]));
  for (const { removed, titles: told } of news) {
    for (const videoId of removed) changed.delete(videoId);
    for (const title of told) changed.set(title.videoId, title);
  }
  return [...changed.values()];
}
