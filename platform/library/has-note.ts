import { catalog } from 'virtual:sleevenotes/catalog';
import type { VideoId } from '../../core/video/video-id.ts';

const bundled = new Set<string>(catalog.map(({ videoId }) => videoId));

/** Whether there is a note for the video. Cheap enough for every navigation: no text is loaded. */
export async function hasNote(videoId: VideoId): Promise<boolean> {
  return bundled.has(videoId);
}
