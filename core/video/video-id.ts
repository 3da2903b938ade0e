/** A YouTube video id: 11 characters of `[A-Za-z0-9_-]`. Made only by {@link toVideoId}. */
export type VideoId = string & { readonly __brand: 'VideoId' };

const VIDEO_ID = /^[A-Za-z0-9_-]{11}$/;

/** Returns the text as a video id, or `null` when it is not one. */
export function toVideoId(text: string): VideoId | null {
  return VIDEO_ID.test(text) ? (text as VideoId) : null;
}
