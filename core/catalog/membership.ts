import type { VideoId } from '../video/video-id.ts';
import { type FuseFilter, filterHas } from './fuse-filter.ts';
import type { News } from './news.ts';
import { hashVideo } from './video-hash.ts';

/** Whether a catalog has a note for a video, answered without a request to its host. */
export type Membership = (videoId: VideoId) => boolean;

/** Answers by the filter, and for videos added or removed since by the news. False positive rate: one in 65,536. */
export function membershipOf(filter: FuseFilter, since: ReadonlyMap<VideoId, boolean>): Membership {
  return (videoId) => since.get(videoId) ?? filterHas(filter, hashVideo(videoId));
}

/** The videos added or removed by the news, each with whether it has a note now. */
export function changedSince(news: readonly News[]): ReadonlyMap<VideoId, boolean> {
  const since = new Map<VideoId, boolean>();
  for (const { removed, titles } of news) {
    for (const videoId of removed) since.set(videoId, false);
    for (const { videoId } of titles) since.set(videoId, true);
  }
  return since;
}
