import type { VideoId } from '../video/video-id.ts';
import { type FuseFilter, filterHas } from './fuse-filter.ts';
import type { News } from './news.ts';
import { hashVideo } from './video-hash.ts';

/** Whether a catalog has a note for a video, told without asking its host. */
export type Membership = (videoId: VideoId) => boolean;

/** The filter answers for its videos, the news for those that came or went since; one other in 65,536 seems inside. */
export function membershipOf(filter: FuseFilter, news: readonly News[]): Membership {
  const since = new Map<VideoId, boolean>();
  for (const { removed, titles } of news) {
    for (const videoId of removed) since.set(videoId, false);
    for (const { videoId } of titles) since.set(videoId, true);
  }
  return (videoId) => since.get(videoId) ?? filterHas(filter, hashVideo(videoId));
}
