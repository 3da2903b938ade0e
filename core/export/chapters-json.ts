import { watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import type { ChapterSpan } from './chapters.ts';

/** Chapters in the form podcasts use (https://github.com/Podcastindex-org/podcast-namespace, JSON chapters 1.2.0). */
export function chaptersJson(videoId: VideoId, title: string, chapters: readonly ChapterSpan[]): string {
  const list = chapters.map(({ start, end, title }) => ({
    startTime: start,
    endTime: end,
    title,
    url: watchAddress(videoId, start),
  }));
  return `${JSON.stringify({ version: '1.2.0', title, chapters: list }, null, 2)}\n`;
}
