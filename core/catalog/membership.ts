import type { VideoId } from '../video/video-id.ts';
import { type FuseFilter, filterHas } from './fuse-filter.ts';
import type { News } from './news.ts';
import { hashVideo } from './video-hash.ts';

/** Whether a catalog has a note for a video, told without asking its host. */
export type Membership = (videoId: VideoId) => boolean;

/** The filter answers for its videos, the news for those that came or went since; one other in 65,536 seems inside. */
export function membershipOf(filter: FuseFilter, since: ReadonlyMap<VideoId, boolean>): Membership {
  return (videoId) => since.get(videoId) ?? filterHas(filter, hashVideo(videoId));
}

/** The videos that came or went with the news, each with whether it has a note now. */
export function changedSince(news: readonly News[]): ReadonlyMap<VideoId, boolean> {
  const since = new Map<VideoId, boolean>();
  for (const { removed, titles } of news) {
    for (const videoId of removed) since.set(videoId, false);
    for (const { videoId } of titles) since.set(videoId, true);
  }
  return since;
}
