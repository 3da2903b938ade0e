import type { Cue, RawTranscript } from './cue.ts';
import { CUE_TIME, readCueTime } from './cue-time.ts';

/** `0:05`, alone or with the line said then: `0:05 Hello`, `[00:05.20] Hello`. */
const LINE = new RegExp(`^\\s*[[(]?(${CUE_TIME})([\\])]?)(.*)$`, 'su');
/** Separators between a bare time and the text. */
const BETWEEN = /^[\s–—:-]+/u;
/** Fewer times in a text are references. */
const FEWEST = 3;

/**
 * Reads a transcript as it is copied from YouTube's page, or song-text style: lines that begin with their time, or times
 * on lines of their own.
 *
 * @returns `null` unless the text begins with a time and has three at least, none before an earlier one.
 */
export function decodeLines(text: string): RawTranscript | null {
  const cues: { start: number; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, time = '', bracket = '', rest = ''] = LINE.exec(line) ?? [];
    const isTime = bracket !== '' || rest === '' || BETWEEN.test(rest);
    const start = isTime ? readCueTime(time) : null;
    const last = cues.at(-1);
    if (start === null) {
      if (!last && line.trim() !== '') return null;
      last?.lines.push(line);
    } else {
      if (last && start < last.start) return null;
      cues.push({ start, lines: [rest.replace(BETWEEN, '')] });
    }
  }
  if (cues.length < FEWEST) return null;
  return { language: null, cues: cues.map(({ start, lines }): Cue => ({ start, text: lines.join('\n') })) };
}
