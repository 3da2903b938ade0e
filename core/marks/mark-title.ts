import type { Seconds } from '../time/seconds.ts';
import type { VideoId } from '../video/video-id.ts';
import { cutText, type Mark } from './mark.ts';

/** A mark in one line: the first of its words, else what was heard, else its section; empty without any. */
export function markTitle({ words, quote, section }: Mark, longest: number): string {
  const line = words.trim().split(/[\r\n]/u, 1)[0] || quote?.text || section?.title || '';
  return cutText(line.replaceAll(/\s+/gu, ' ').trim(), longest);
}

/** A mark that a file holds: without an id, and without what only the one who made it knows. */
export interface MarkInFile extends Pick<Mark, 'video' | 'videoTitle' | 'words' | 'quote' | 'starred'> {
  readonly at: Seconds;
}

/** Marks by their videos, in the order in which the videos come first. */
export function byVideo<T extends { readonly video: VideoId }>(
  marks: readonly T[],
): ReadonlyMap<VideoId, readonly T[]> {
  const videos = new Map<VideoId, T[]>();
  for (const mark of marks) {
    const some = videos.get(mark.video);
    if (some) some.push(mark);
    else videos.set(mark.video, [mark]);
  }
  return videos;
}
