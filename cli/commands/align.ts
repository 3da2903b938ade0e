import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileNote } from '../../compiler/compile.ts';
import type { Edition } from '../../core/note/episode.ts';
import { formatClock, parseClock } from '../../core/time/clock-text.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { align, wantsLexicon } from '../../core/timeline/align.ts';
import { decodeChapters } from '../../core/timeline/decode-chapters.ts';
import type { Evidence, SectionTime, Timeline } from '../../core/timeline/timeline.ts';
import { toTimestamps } from '../../core/timeline/to-timestamps.ts';
import { decodeTranscript, TRANSCRIPT_FORMS } from '../../core/transcript/decode-transcript.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { readNamedText } from '../read-file.ts';
import { problemLine } from '../tell-problem.ts';
import { onlyFile, UsageError } from '../usage-error.ts';
import { withTimes } from '../write-times.ts';

export const usage = `notes align NOTE [--transcript FILE] [--chapters FILE] [--duration SECONDS|H:MM:SS] [--json] [--write]

Finds the moment of the video at which each section of a note starts.

  --transcript FILE  what is said when: ${TRANSCRIPT_FORMS}
  --chapters FILE    the video's chapters: lines of "0:00 Title", WebVTT, or JSON
  --duration LENGTH  the video's length, in seconds or as H:MM:SS
  --json             print the result as JSON
  --write            put the starts into the note's front matter (timestamps, and duration where given)`;

/** Runs `notes align`. Returns the exit code: 0, or 1 when the note has errors. */
export async function run(args: readonly string[]): Promise<number> {
  const { file, options } = optionsOf(args);
  const { text, encoding } = await readNamedText(file, 'note');
  const note = compileNote({ file, text });
  if (!note.edition) {
    for (const problem of note.problems) console.error(problemLine(problem));
    return 1;
  }
  const { edition, videoId } = note;
  const evidence = await evidenceOf(options);
  const lexicon = wantsLexicon(edition, evidence)
    ? (await import('../../core/timeline/lexicon-zh-en.ts')).chineseEnglishLexicon()
    : null;
  const timeline = align(edition, evidence, [], lexicon);
  if (options.json) console.log(JSON.stringify(toJson(videoId, edition, timeline), null, 2));
  else console.log(toTable(edition, timeline));
  const heard = timeline.sections.some(({ source }) => source === 'transcript' || source === 'original');
  if (evidence.transcript && !heard && timeline.sections.some(({ source }) => source !== 'author')) {
    console.error(
      `notes align: ${options.transcript}: does not sound like this note; it was left out. Is it of another video?`,
    );
  }
  if (!timeline.ordered)
    console.error('notes align: the note does not follow the order of the talk; times are approximate.');
  if (options.write) {
    if (encoding !== 'utf-8')
      throw new UsageError(`${file}: save it as UTF-8 first, so that --write changes its times only.`);
    writeFileSync(file, withTimes(text, toTimestamps(timeline), evidence.duration));
    console.error(`notes align: wrote ${timeline.sections.length} timestamps to ${file}`);
  }
  return 0;
}

interface Options {
  readonly transcript?: string;
  readonly chapters?: string;
  readonly duration?: string;
  readonly json?: boolean;
  readonly write?: boolean;
}

function optionsOf(args: readonly string[]): { file: string; options: Options } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      transcript: { type: 'string' },
      chapters: { type: 'string' },
      duration: { type: 'string' },
      json: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  return { file: onlyFile(positionals, 'note'), options: values };
}

async function evidenceOf({ transcript, chapters, duration }: Options): Promise<Evidence> {
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

function toJson(videoId: VideoId, edition: Edition, timeline: Timeline) {
  const sections = timeline.sections.map(({ section, start, earliest, latest, source }, index) => ({
    id: section,
    title: edition.sections[index]?.title ?? '',
    start,
    earliest,
    latest,
    source,
  }));
  return { videoId, sections };
}

function toTable(edition: Edition, timeline: Timeline): string {
  const rows = timeline.sections.map((time, index) => [
    formatClock(time.start),
    `${formatClock(time.earliest)}–${formatClock(time.latest)}`,
    spark(time),
    time.source,
    edition.sections[index]?.title ?? '',
  ]);
  const head = ['start', 'between', 'sure', 'source', 'section'];
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : column < 2
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

/** Widths of the interval at which a bar loses an eighth: known to the second, to a sentence … to half an hour. */
const STEPS: readonly Seconds[] = [2, 8, 20, 60, 150, 400, 900];

function spark({ earliest, latest }: SectionTime): string {
  const lost = STEPS.filter((step) => latest - earliest > step).length;
  return '▁▂▃▄▅▆▇█'[7 - lost] ?? '▁';
}
