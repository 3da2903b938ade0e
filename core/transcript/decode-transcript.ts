import type { Transcript } from './cue.ts';
import { decodeSrv3 } from './decode-srv3.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';

/** The forms a transcript can be read from; see {@link decodeTranscript}. */
export const TRANSCRIPT_FORMS = 'WebVTT, SubRip (.srt), YouTube json3 or srv3, or JSON with cues of "start" and "text"';

/**
 * Reads a transcript whatever its form is: WebVTT, SubRip, YouTube's json3 and srv3, or plain JSON cues. The form is
 * told from the text, not from a file's name. Rolling captions come out with every word once.
 *
 * @returns `null` when the text has none of these forms, or not a single cue.
 */
export function decodeTranscript(text: string): Transcript | null {
  const content = text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .trim();
  const transcript = decoderFor(content)(content);
  return transcript !== null && transcript.cues.length > 0 ? transcript : null;
}

function decoderFor(content: string): (text: string) => Transcript | null {
  if (content.startsWith('{') || content.startsWith('[')) return decodeTranscriptJson;
  if (content.startsWith('<')) return decodeSrv3;
  return decodeTimedText;
}
