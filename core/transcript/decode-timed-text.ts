import type { Cue, Transcript } from './cue.ts';
import { decodeEntities } from './entities.ts';
import { tidyCues } from './tidy-cues.ts';

/** `00:01:02.500 --> …` of WebVTT and `00:01:02,500 --> …` of SubRip; hours may be missing. */
const TIMES = /^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->/u;
const LANGUAGE = /^Language:\s*([\w-]+)/mu;
/** `<v Jeff>` names the speaker: a change of voice is worth keeping as the captions' own mark for it. */
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/gu;
const TAG = /<[^>]*>/gu;
const SUBRIP_TAG = /\{\\[^}]*\}/gu;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. Written here, because the libraries at hand end a cue at
 * a line of one space, which is how YouTube's rolling WebVTT starts every second cue, and throw at the first damaged one.
 *
 * @returns `null` when the text holds no cue times.
 */
export function decodeTimedText(text: string): Transcript | null {
  const cues: Cue[] = [];
  let voice: string | null = null;
  let current: { start: number; lines: string[] } | null = null;
  const finish = () => {
    if (!current) return;
    const raw = current.lines.join('\n');
    const said = raw.replace(VOICE, (_, name: string) => {
      const turn = voice !== null && name !== voice;
      voice = name;
      return turn ? '>> ' : '';
    });
    cues.push({ start: current.start, text: decodeEntities(said.replace(TAG, '').replace(SUBRIP_TAG, '')) });
    current = null;
  };
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const times = TIMES.exec(line);
    if (times) {
      finish();
      const [, h, m, s, ms] = times;
      const start = Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${ms}`);
      current = { start, lines: [] };
    } else if (line === '') {
      finish();
    } else if (current) {
      // A counter right before the next times is the next cue's name, even where the empty line between is missing.
      const names = /^\d+$/u.test(line) && TIMES.test(lines[index + 1] ?? '');
      if (!names) current.lines.push(line);
    }
  }
  finish();
  const header = text.slice(0, text.indexOf('-->'));
  return cues.length === 0 ? null : { language: LANGUAGE.exec(header)?.[1] ?? null, cues: tidyCues(cues) };
}
