import type { Cue, RawTranscript } from './cue.ts';
import { readCueTime } from './cue-time.ts';

/** Default order of a line's fields, without `Format:`. */
const FORMAT = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const OVERRIDE = /\{[^{}]*\}/gu;
/** Draws shapes instead of showing text. */
const DRAWING = /\{[^{}]*\\p[1-9]/u;

/**
 * Reads SubStation Alpha (`.ass`, `.ssa`): lines of `Dialogue:` with fields between commas, of which the last is the text.
 *
 * @returns `null` when there is no line of dialogue with a time.
 */
export function decodeAss(text: string): RawTranscript | null {
  const cues: Cue[] = [];
  let fields = namesIn(FORMAT);
  let inEvents = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) inEvents = /^\[events\]/iu.test(line);
    if (inEvents && /^Format:/iu.test(line)) fields = namesIn(line.slice('Format:'.length));
    if (!/^Dialogue:/iu.test(line)) continue;
    const values = line.slice('Dialogue:'.length).split(',');
    const start = readCueTime((values[fields.indexOf('start')] ?? '').trim());
    const said = values.slice(fields.length - 1).join(',');
    if (start === null || DRAWING.test(said)) continue;
    cues.push({
      start,
      text: said
        .replace(OVERRIDE, '')
        .replaceAll(/\\[Nn]/gu, '\n')
        .replaceAll('\\h', ' '),
    });
  }
  return cues.length === 0 ? null : { language: null, cues };
}

const namesIn = (format: string) => format.split(',').map((name) => name.trim().toLowerCase());
