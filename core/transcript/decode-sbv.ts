import type { Cue, RawTranscript } from './cue.ts';
import { createCueText } from './cue-text.ts';
import { CUE_TIME, readCueTime } from './cue-time.ts';

const TIMES = new RegExp(`^\\s*(${CUE_TIME}) ?, ?${CUE_TIME}\\s*$`, 'u');

/** Whether a line gives the start and end of a cue as in `.sbv`: `0:00:01.500,0:00:03.000`. */
export const isSbvTimes = (line: string): boolean => TIMES.test(line);

/**
 * Reads SubViewer, of which `.sbv` of YouTube Studio is a form: a line with start and end, then the lines of the cue.
 *
 * @returns `null` when no line holds such times.
 */
export function decodeSbv(text: string): RawTranscript | null {
  const cues: Cue[] = [];
  const cueText = createCueText();
  let current: { readonly start: number; readonly lines: string[] } | null = null;
  const finish = () => {
    if (current) cues.push({ start: current.start, text: cueText(current.lines.join('\n')) });
  };
  for (const line of text.split('\n')) {
    const start = readCueTime(TIMES.exec(line)?.[1] ?? '');
    if (start === null) current?.lines.push(line);
    else {
      finish();
      current = { start, lines: [] };
    }
  }
  finish();
  return cues.length === 0 ? null : { language: null, cues };
}
