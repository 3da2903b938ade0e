import type { Followed } from '../../core/session/followed.ts';
import { placeOf, type Reader } from '../../core/session/reader.ts';
import type { ReadersPort } from '../../platform/ports.ts';

/** How long the reader has to stay somewhere for the place to be kept, in milliseconds. */
const STAYS_MS = 300;

/**
 * Keeps where the reader is, for the next time the panel is opened on the video.
 * @param refused Called when it cannot be stored.
 */
export function keepPlaces(reader: Followed<Reader>, readers: ReadersPort, refused: () => void): void {
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
      readers.keep(now.videoId, place).catch(refused);
    }, STAYS_MS);
  });
}
