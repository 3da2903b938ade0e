import type { Edition } from '../core/note/episode.ts';
import { parseClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';
import { align } from '../core/timeline/align.ts';
import { decodeChapters } from '../core/timeline/decode-chapters.ts';
import type { Evidence, Timeline } from '../core/timeline/timeline.ts';
import { wantsLexicon } from '../core/timeline/wants-lexicon.ts';
import { decodeTranscript, TRANSCRIPT_FORMS } from '../core/transcript/decode-transcript.ts';
import { readNamedText } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** The options that give evidence about the video, for `parseArgs`. */
export const EVIDENCE_OPTIONS = {
  transcript: { type: 'string' },
  chapters: { type: 'string' },
  duration: { type: 'string' },
} as const;

export const EVIDENCE_USAGE = `  --transcript FILE  what is said when: ${TRANSCRIPT_FORMS}
  --chapters FILE    the video's chapters: lines of "0:00 Title", WebVTT, or JSON
  --duration LENGTH  the video's length, in seconds or as H:MM:SS`;

interface EvidenceOptions {
  readonly transcript?: string | undefined;
  readonly chapters?: string | undefined;
  readonly duration?: string | undefined;
}

/** Reads the evidence given by options. Throws a usage error for a file or a length that cannot be read. */
export async function evidenceOf({ transcript, chapters, duration }: EvidenceOptions): Promise<Evidence> {
  return {
    duration: duration === undefined ? null : durationOf(duration),
    chapters: chapters === undefined ? [] : await chaptersIn(chapters),
    chapterOrigin: 'unknown',
    transcript: transcript === undefined ? null : await transcriptIn(transcript),
  };
}

function durationOf(text: string): Seconds {
  const seconds = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : parseClock(text);
  if (seconds === null || seconds <= 0) {
    throw new UsageError(`--duration ${text}: write the length in seconds (8135) or as H:MM:SS (2:15:35).`);
  }
  return seconds;
}

async function chaptersIn(file: string): Promise<Evidence['chapters']> {
  const chapters = decodeChapters((await readNamedText(file, 'chapters')).text);
  if (!chapters)
    throw new UsageError(`${file}: holds no chapters. Write lines of "0:00 Title", or JSON with "start" and "title".`);
  return chapters;
}

async function transcriptIn(file: string): Promise<Evidence['transcript']> {
  const transcript = decodeTranscript((await readNamedText(file, 'transcript')).text);
  if (!transcript) throw new UsageError(`${file}: holds no transcript. It can be ${TRANSCRIPT_FORMS}.`);
  return transcript;
}

/** Aligns a note, with the Chinese–English lexicon where it is needed. */
export async function alignWith(edition: Edition, evidence: Evidence): Promise<Timeline> {
  const lexicon = wantsLexicon(edition, evidence)
    ? (await import('../core/timeline/lexicon-zh-en.ts')).chineseEnglishLexicon()
    : null;
  return align(edition, evidence, [], lexicon);
}
