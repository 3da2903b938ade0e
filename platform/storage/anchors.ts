import * as v from 'valibot';
import type { VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import { secondsSchema } from '../messaging/schemas.ts';
import type { AnchorsPort } from '../ports.ts';
import { type StoredItem, storedItem } from './item.ts';

/** What the names of the stored corrections begin with; the video's id follows. */
export const ANCHORS = 'anchors:';

export const readAnchors = parseWith(
  v.array(v.object({ section: v.string(), start: secondsSchema, by: v.picklist(['author', 'viewer']) })),
);

/** The viewer's corrections, one entry per video in `storage.local`. */
export function createAnchorsPort(): AnchorsPort {
  const items = new Map<VideoId, StoredItem>();

  function itemOf(videoId: VideoId): StoredItem {
    const item = items.get(videoId) ?? storedItem('local', `${ANCHORS}${videoId}`);
    items.set(videoId, item);
    return item;
  }

  return {
    read: async (videoId) => readAnchors(await itemOf(videoId).get()) ?? [],
    write: (videoId, anchors) => (anchors.length > 0 ? itemOf(videoId).set(anchors) : itemOf(videoId).remove()),
  };
}
