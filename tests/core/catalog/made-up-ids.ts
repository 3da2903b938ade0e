import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Distinct video ids, the same for the same seed. */
export function madeUpIds(count: number, seed = 1): VideoId[] {
  let state = seed;
  const next = () => {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const ids = new Set<VideoId>();
  while (ids.size < count) {
    const id = toVideoId(Array.from({ length: 11 }, () => LETTERS[next() % 64]).join(''));
    if (id) ids.add(id);
  }
  return [...ids];
}
