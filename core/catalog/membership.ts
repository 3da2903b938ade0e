import type { VideoId } from '../video/video-id.ts';
import type { News } from './news.ts';

/** The videos added or removed by the news, each with whether it has a note now. */
export function changedSince(news: readonly News[]): ReadonlyMap<VideoId, boolean> {
  const since = new Map<VideoId, boolean>();
  for (const { removed, titles } of news) {
    for (const videoId of removed) since.set(videoId, false);
    for (const { videoId } of titles) since.set(videoId, true);
  }
  return since;
}
