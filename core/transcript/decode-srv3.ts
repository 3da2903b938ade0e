import type { Cue, Transcript } from './cue.ts';
import { decodeEntities } from './entities.ts';
import { tidyCues } from './tidy-cues.ts';

/** A paragraph of srv3 (`<p t="1000" d="…">`, milliseconds) or of srv1 (`<text start="1.0" dur="…">`, seconds). */
const PARAGRAPH = /<(p|text)\s([^>]*)>([\s\S]*?)<\/\1>/gu;
const TAG = /<[^>]*>/gu;

/**
 * Reads YouTube's XML captions. They are flat and made by one program, so patterns do and no parser is shipped for them.
 *
 * @returns `null` when there is no timed paragraph.
 */
export function decodeSrv3(text: string): Transcript | null {
  const cues: Cue[] = [];
  for (const [, tag, attributes = '', content = ''] of text.matchAll(PARAGRAPH)) {
    const value = new RegExp(`(?:^|\\s)${tag === 'p' ? 't' : 'start'}="([\\d.]+)"`, 'u').exec(attributes)?.[1];
    if (value === undefined) continue;
    const start = Number(value) / (tag === 'p' ? 1000 : 1);
    // srv1 escapes twice.
    cues.push({ start, text: decodeEntities(decodeEntities(content.replace(TAG, ''))) });
  }
  return cues.length === 0 ? null : { language: null, cues: tidyCues(cues) };
}
