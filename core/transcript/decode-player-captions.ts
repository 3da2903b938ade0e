import type { RawTranscript } from './cue.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';

/** Most cues: captions of a whole day, one a second. */
const MOST_CUES = 100_000;

/**
 * Reads captions in the formats that YouTube's web player requests: json3 and WebVTT. The other decoders are too large for
 * the page's script; see `readTranscript`. The cues are not tidied yet (see `tidyCues`): the page does that in a separate
 * task.
 *
 * @returns `null` when there is not a single cue, or more than 100,000.
 */
export function decodePlayerCaptions(text: string): RawTranscript | null {
  const content = text.replaceAll('\r\n', '\n').trim();
  const decoded = content.startsWith('{') ? decodeTranscriptJson(content) : decodeTimedText(content);
  return decoded && decoded.cues.length <= MOST_CUES ? decoded : null;
}
