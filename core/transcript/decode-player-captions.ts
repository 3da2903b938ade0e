import type { RawTranscript } from './cue.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';

/** Captions of a whole day, one a second. */
const MOST_CUES = 100_000;

/**
 * Reads captions in the forms that YouTube's player on the web asks for: json3, or WebVTT. The page's script has no room
 * for the others; see `readTranscript`. The cues are not tidied yet (`tidyCues`), so that a page can do that in a task of its own.
 *
 * @returns `null` when there is not a single cue, or more than 100,000.
 */
export function decodePlayerCaptions(text: string): RawTranscript | null {
  const content = text.replaceAll('\r\n', '\n').trim();
  const decoded = content.startsWith('{') ? decodeTranscriptJson(content) : decodeTimedText(content);
  return decoded && decoded.cues.length <= MOST_CUES ? decoded : null;
}
