import type { Transcript } from './cue.ts';

/** A transcript the viewer has brought for a video. */
export interface KeptTranscript {
  /** The file's name. */
  readonly name: string;
  /** `null` when it can only be removed: it cannot be read, or is not to be tried again. */
  readonly transcript: Transcript | null;
  /** A page of ours started to use it and never finished. */
  readonly isUnfinished?: true;
}
