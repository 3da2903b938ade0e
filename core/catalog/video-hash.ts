import type { VideoId } from '../video/video-id.ts';

/** 64 bits of a video's id, as two unsigned 32-bit halves. */
export interface VideoHash {
  readonly high: number;
  readonly low: number;
}

/**
 * Hashes a video's id for catalogs. Published catalogs depend on it: it never changes within a format.
 * Two runs of MurmurHash3 (Appleby, x86 32-bit) with different seeds.
 */
export function hashVideo(videoId: VideoId): VideoHash {
  return { high: murmur3(videoId, 0x51ee7e51), low: murmur3(videoId, 0x0c0de5a1) };
}

/** Ids are ASCII, so a code unit is a byte. */
function murmur3(text: string, seed: number): number {
  let hash = seed;
  const whole = text.length - (text.length % 4);
  for (let at = 0; at < whole; at += 4) hash = addBlock(hash, wordAt(text, at, 4));
  if (whole < text.length) hash ^= scramble(wordAt(text, whole, text.length - whole));
  return mix32(hash ^ text.length);
}

function wordAt(text: string, from: number, count: number): number {
  let word = 0;
  for (let at = count - 1; at >= 0; at--) word = (word << 8) | (text.charCodeAt(from + at) & 0xff);
  return word;
}

function scramble(word: number): number {
  const once = Math.imul(word, 0xcc9e2d51);
  return Math.imul((once << 15) | (once >>> 17), 0x1b873593);
}

function addBlock(hash: number, word: number): number {
  const mixed = hash ^ scramble(word);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** MurmurHash3's finaliser: every bit of the result depends on every bit given. Returns an unsigned 32-bit number. */
export function mix32(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
