import type { Transcript } from './cue.ts';

/** A transcript the viewer has brought for a video. */
export interface KeptTranscript {
  /** The file's name. */
  readonly name: string;
  readonly transcript: Transcript;
}
