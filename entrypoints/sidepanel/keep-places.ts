import type { Followed } from '../../core/session/followed.ts';
import { placeOf, type Reader } from '../../core/session/reader.ts';
import type { ReadersPort } from '../../platform/ports.ts';

/** How long the reader has to stay somewhere for the place to be kept, in milliseconds. */
const STAYS_MS = 300;

/** Keeps where the reader is, for the next time the panel is opened on the video. */
export function keepPlaces(reader: Followed<Reader>, readers: ReadersPort): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let kept = '';
  reader.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const now = reader.read();
      const place = placeOf(now);
      const text = JSON.stringify([now.videoId, place]);
      if (!now.videoId || !now.restored || text === kept) return;
      kept = text;
      // If it cannot be stored, the next visit starts at the beginning.
      readers.keep(now.videoId, place).catch(() => {});
    }, STAYS_MS);
  });
}
