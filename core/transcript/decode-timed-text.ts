import type { Cue, RawTranscript } from './cue.ts';
import { createCueText } from './cue-text.ts';
import { CUE_TIME, readCueTime } from './cue-time.ts';

/**
 * `00:01:02.500 --> …` of WebVTT and `00:01:02,500 --> …` of SubRip. The arrow may be a typographic one;
 * speech recognition prints `[00:01.000 --> 00:02.000] text`.
 */
const TIMES = new RegExp(`^\\s*(\\[?)(${CUE_TIME})\\s*(?:-{1,2}|[–—])>\\s*(?:${CUE_TIME})?(\\]?)(.*)$`, 'su');
const LANGUAGE = /^Language: ?([\w-]+)/imu;
const COUNTER = /^\d+$/u;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. Written here, because the libraries at hand end a cue at
 * a line of one space, which is how YouTube's rolling WebVTT starts every second cue, and throw at the first damaged one.
 *
 * @returns `null` when the text has no cue times.
 */
export function decodeTimedText(text: string): RawTranscript | null {
  const webVtt = text.startsWith('WEBVTT');
  const cues: Cue[] = [];
  const cueText = createCueText();
  let current: { readonly start: number; readonly lines: string[] } | null = null;
  const finish = () => {
    if (current) cues.push({ start: current.start, text: cueText(current.lines.join('\n').trim()) });
    current = null;
  };
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const [, opened = '', start = '', closed = '', rest = ''] = TIMES.exec(line) ?? [];
    const seconds = readCueTime(start);
    if (seconds !== null) {
      finish();
      // The cue's settings follow the times, unless these are in brackets.
      current = { start: seconds, lines: opened && closed ? [rest] : [] };
    } else if (line === '' && webVtt) {
      finish();
    } else if (current && !namesNext(lines, index, current.lines)) {
      // In SubRip an empty line does not end a cue: some programs keep those within one.
      current.lines.push(line);
    }
  }
  finish();
  const header = webVtt ? text.slice(0, Math.max(0, text.indexOf('-->'))) : '';
  return cues.length === 0 ? null : { language: LANGUAGE.exec(header)?.[1] ?? null, cues };
}

/** Whether a line is the counter or name of the cue whose times come next, even where no empty line stands between. */
function namesNext(lines: readonly string[], index: number, said: readonly string[]): boolean {
  if (!TIMES.test(lines[index + 1] ?? '')) return false;
  if (COUNTER.test((lines[index] ?? '').trim())) return true;
  return lines[index - 1] === '' && said.some((line) => line.trim() !== '');
}
