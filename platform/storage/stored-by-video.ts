import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { type StoredItem, storedItem } from './item.ts';
import { type StoredChanges, storedChanges } from './stored-changes.ts';

/** One value per video in `storage.local`, so that a change of one video reads and writes nothing of the others. */
export interface StoredByVideo {
  of(videoId: VideoId): StoredItem;
  readonly changes: StoredChanges<VideoId>;
}

/** @param prefix What the values' names begin with; the video's id follows. */
export function storedByVideo(prefix: string): StoredByVideo {
  const items = new Map<VideoId, StoredItem>();
  return {
    of(videoId) {
      const item = items.get(videoId) ?? storedItem('local', prefix + videoId);
      items.set(videoId, item);
      return item;
    },
    changes: storedChanges('local', (name) => (name.startsWith(prefix) ? toVideoId(name.slice(prefix.length)) : null)),
  };
}
