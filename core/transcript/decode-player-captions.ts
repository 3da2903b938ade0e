import type { Transcript } from './cue.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';
import { tidyCues } from './tidy-cues.ts';

/** Most cues: captions of a whole day, one a second. */
const MOST_CUES = 100_000;

/**
 * Reads captions in the formats that YouTube's web player requests: json3 and WebVTT. The other decoders are too large for
 * the page's script; see `readTranscript`.
 *
 * @returns `null` when there is not a single cue, or more than 100,000.
 */
export function decodePlayerCaptions(text: string): Transcript | null {
  const content = text.replaceAll('\r\n', '\n').trim();
  const decoded = content.startsWith('{') ? decodeTranscriptJson(content) : decodeTimedText(content);
  if (!decoded || decoded.cues.length > MOST_CUES) return null;
  const cues = tidyCues(decoded.cues);
  return cues.length === 0 ? null : { language: decoded.language, cues };
}
