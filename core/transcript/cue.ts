import type { Seconds } from '../time/seconds.ts';

/** A stretch of speech with the moment it starts (WebVTT's word). */
export interface Cue {
  readonly start: Seconds;
  readonly text: string;
  /** Who speaks, where the transcript says so; not repeated in `text`. */
  readonly speaker?: string;
}

/** What was said, in order of `start`. */
export interface Transcript {
  /** BCP 47, or `null` when the source does not say. */
  readonly language: string | null;
  readonly cues: readonly Cue[];
}

/** The result of a decoder: cues as written in the file, in any order, with a line break between their lines. */
export interface RawTranscript {
  /** As the file names it. */
  readonly language: string | null;
  readonly cues: readonly Cue[];
}
