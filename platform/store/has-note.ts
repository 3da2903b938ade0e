import { videoIds } from 'virtual:sleevenotes/video-ids';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase } from './existing-database.ts';

/** Name of the store; that of schema.ts, which the background must not load. */
const INDEX = 'episodes';

const bundled = new Set(videoIds);
const connect = existingDatabase();

/** Whether there is a note for the video, bundled or the viewer's own. Loads one key of the index, never a note. */
export async function hasNote(videoId: VideoId): Promise<boolean> {
  if (bundled.has(videoId)) return true;
  try {
    const database = await connect();
    if (!database) return false;
    const key = await answerTo(database.transaction(INDEX).objectStore(INDEX).getKey(videoId));
    return key !== undefined;
  } catch {
    // A damaged library has no note to show; its own page says what is wrong with it.
    return false;
  }
}
