import { parseClock } from '../time/clock-text.ts';
import type { Cue, Transcript } from './cue.ts';
import { tidyCues } from './tidy-cues.ts';

/** A line of YouTube's transcript panel: what it shows, as it shows it. */
export interface TranscriptRow {
  /** `M:SS` or `H:MM:SS`. */
  readonly time: string;
  readonly text: string;
}

/** Reads rows of text and time. Rows whose time cannot be read are left out. */
export function transcriptFromRows(rows: readonly TranscriptRow[], language: string | null): Transcript {
  const cues = rows.flatMap(({ time, text }): readonly Cue[] => {
    const start = parseClock(time);
    return start === null ? [] : [{ start, text }];
  });
  return { language, cues: tidyCues(cues) };
}
