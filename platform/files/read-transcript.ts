import { decodeText } from '../../core/text/decode-text.ts';
import { decodeTranscript, LARGEST_TRANSCRIPT } from '../../core/transcript/decode-transcript.ts';
import { isUsable } from '../messaging/kept-transcript.ts';
import type { KeptTranscript } from '../ports.ts';

/** Characters examined to distinguish a transcript from a note. */
const SAMPLE = 2000;

/** Whether a dropped file is meant as a transcript: by its name or, for plain text, by its first lines. */
export async function isTranscriptFile(file: File): Promise<boolean> {
  if (/\.(?:vtt|srt|sbv|sub|ass|ssa|ttml|dfxp|json3?|srv[123])$/i.test(file.name)) return true;
  if (!/\.txt$/i.test(file.name)) return false;
  return /^\ufeff?WEBVTT|\d:\d\d[.,]\d{3}\s*-->/.test(await file.slice(0, SAMPLE).text());
}

/** Reads a file the viewer dropped. `damaged`: no text at all, no line of it has a time, or more lines have one than any video has. */
export async function readTranscriptFile(file: File): Promise<KeptTranscript | 'too-large' | 'damaged'> {
  if (file.size > LARGEST_TRANSCRIPT) return 'too-large';
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()), TextDecoder);
  const transcript = decoded.ok ? decodeTranscript(decoded.text) : null;
  if (!transcript) return 'damaged';
  const kept = { name: file.name.slice(0, 200), transcript };
  return isUsable(kept) ? kept : 'damaged';
}
