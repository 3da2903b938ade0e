import type { Transcript } from './cue.ts';

/** A transcript the viewer has brought for a video. */
export interface KeptTranscript {
  /** The file's name. */
  readonly name: string;
  /** `null` when what is stored cannot be read: it is of no use, but can be removed. */
  readonly transcript: Transcript | null;
}
