import type { Transcript } from './cue.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';
import { tidyCues } from './tidy-cues.ts';

/** Captions of a whole day, one a second. */
const MOST_CUES = 100_000;

/**
 * Reads captions in the forms that YouTube's player on the web asks for: json3, or WebVTT. The page's script has no room
 * for the others; see `readTranscript`.
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
