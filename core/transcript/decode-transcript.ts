import type { RawTranscript, Transcript } from './cue.ts';
import { decodeAss } from './decode-ass.ts';
import { decodeLines } from './decode-lines.ts';
import { decodeSbv, isSbvTimes } from './decode-sbv.ts';
import { decodeTimedText } from './decode-timed-text.ts';
import { decodeTranscriptJson } from './decode-transcript-json.ts';
import { decodeXml } from './decode-xml.ts';
import { tidyCues } from './tidy-cues.ts';

/** The forms a transcript can be read from; see {@link readTranscript}. */
export const TRANSCRIPT_FORMS =
  'WebVTT, SubRip (.srt), SubViewer (.sbv), TTML, SubStation Alpha (.ass), YouTube json3, srv3 or srv1, JSON with cues of "start" and "text", or lines that begin with their time';

/** `lines`: plain lines with their time. */
export type TranscriptForm =
  | 'webvtt'
  | 'subrip'
  | 'sbv'
  | 'ass'
  | 'ttml'
  | 'srv1'
  | 'srv3'
  | 'json3'
  | 'json'
  | 'lines';

/** Largest file that is read, in bytes: far more than the captions of a whole day. */
export const LARGEST_TRANSCRIPT = 20_000_000;
/** Most cues: captions of a whole day, one a second. */
const MOST_CUES = 100_000;

type Decoded = RawTranscript & { readonly form: TranscriptForm };

/**
 * Reads a transcript in any of the known forms, recognised by the text, not the file's name. Of rolling captions every
 * word is kept once. Takes time linear in the length of any text.
 *
 * @returns `null` when the text has none of the forms, not a single cue, or more than 100,000.
 */
export function readTranscript(
  text: string,
): { readonly form: TranscriptForm; readonly transcript: Transcript } | null {
  const content = text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .trim();
  const decoded = decode(content);
  if (!decoded || decoded.cues.length > MOST_CUES) return null;
  const cues = tidyCues(decoded.cues);
  if (cues.length === 0) return null;
  return { form: decoded.form, transcript: { language: languageTag(decoded.language), cues } };
}

/** The transcript alone; see {@link readTranscript}. */
export const decodeTranscript = (text: string): Transcript | null => readTranscript(text)?.transcript ?? null;

function decode(content: string): Decoded | null {
  if (content.startsWith('<')) return decodeXml(content);
  if (/^[[{]/u.test(content)) {
    const decoded = decodeTranscriptJson(content);
    if (decoded) return decoded;
  }
  if (/^\[Script Info\]|^Dialogue:/imu.test(content)) return as('ass', decodeAss(content));
  const timed = as(content.startsWith('WEBVTT') ? 'webvtt' : 'subrip', decodeTimedText(content));
  if (timed) return timed;
  return content.split('\n').some(isSbvTimes) ? as('sbv', decodeSbv(content)) : as('lines', decodeLines(content));
}

const as = (form: TranscriptForm, decoded: RawTranscript | null): Decoded | null => decoded && { ...decoded, form };

/** The canonical form of a language tag; `null` for anything else. */
function languageTag(language: string | null): string | null {
  if (!language || language.length > 35 || !/^[a-z]{2,3}(?![a-z])/iu.test(language)) return null;
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
