import { videoIds } from 'virtual:sleevenotes/video-ids';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase, LIBRARY_VERSION } from './existing-database.ts';

/** Name of the store; that of schema.ts, which the background must not load. */
const INDEX = 'episodes';

const bundled = new Set(videoIds);
const connect = existingDatabase();

/**
 * Whether there is a note for the video, bundled or the viewer's own. `newer`: there may be one, in a library that a newer
 * version of the extension has made. Loads one key of the index, never a note.
 */
export async function hasNote(videoId: VideoId): Promise<boolean | 'newer'> {
  if (bundled.has(videoId)) return true;
  try {
    const database = await connect();
    if (!database) return false;
    const key = await answerTo(database.transaction(INDEX).objectStore(INDEX).getKey(videoId));
    if (key === undefined) return false;
    return database.version > LIBRARY_VERSION ? 'newer' : true;
  } catch {
    // A damaged library has no note to show; the library page reports it.
    return false;
  }
}
