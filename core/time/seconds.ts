/** A point on, or a length of, a video's clock, in seconds (may be fractional, never negative). */
export type Seconds = number;

/** No video is longer (YouTube's limit is 12 hours; live streams run for days). */
export const LONGEST_VIDEO: Seconds = 60 * 60 * 24 * 60;
