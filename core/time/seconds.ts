/** A point on, or a length of, a video's clock, in seconds (may be fractional, never negative). */
export type Seconds = number;
