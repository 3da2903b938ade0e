import { csvCell, csvFile } from '../export/csv.ts';
import type { LanguageTag } from '../note/episode.ts';
import type { Problem } from '../note/problem.ts';
import type { VideoId } from '../video/video-id.ts';

/** How far an import is. */
export interface ImportProgress {
  /** Files processed, notes or not. */
  readonly files: number;
  /** All files there are, or `null` while they are being counted. */
  readonly totalFiles: number | null;
  /** Bytes of notes read. */
  readonly bytes: number;
  /** Share of the work done, 0 to 1. */
  readonly share: number;
  /** Milliseconds of work, without pauses. */
  readonly elapsed: number;
  readonly paused: boolean;
}

/**
 * What became of one file. `unchanged`: the library holds the very file. `left-out`: an error, see its problems.
 * `no-video`: a file of a folder or an archive that is about no video on YouTube, as most are in many a vault. `no-note`: by
 * its name no note (a picture, a hidden file); its content was not read.
 */
export type ImportOutcome = 'added' | 'replaced' | 'unchanged' | 'left-out' | 'no-video' | 'no-note';

/** A note in the report. */
export interface ImportedNote {
  readonly videoId: VideoId;
  readonly language: LanguageTag;
  readonly title: string;
  /** Whether its author wrote where sections start. */
  readonly hasTimes: boolean;
  /** Whether it has, or is, a transcript. */
  readonly hasTranscript: boolean;
}

export interface ImportEntry {
  readonly file: string;
  readonly outcome: ImportOutcome;
  /** The note it became in the library, if any. */
  readonly note: ImportedNote | null;
  readonly problems: readonly Problem[];
}

/**
 * How an import ended. `complete`, or else everything up to `lastFile` is in the library and nothing after it:
 * `cancelled` by the viewer; `disk-full`; `interrupted`: its worker died; `no-access`: what was being read is gone or
 * may not be read any more; `library-newer`: the library was made by a newer Sleevenotes; `library-refused`: the
 * browser does not open the library.
 */
export type ImportEnd =
  | 'complete'
  | 'cancelled'
  | 'disk-full'
  | 'interrupted'
  | 'no-access'
  | 'library-newer'
  | 'library-refused';

/** An unfinished import that can be resumed. */
export interface UnfinishedImport {
  /** Names what was imported: a folder, an archive, or single files. */
  readonly source: string;
  readonly kind: 'files' | 'folder' | 'zip';
  readonly name: string;
  readonly files: number;
  readonly lastFile: string | null;
  /** Whether the browser still has its handle; otherwise the viewer has to choose it again. */
  readonly reachable: boolean;
}

/** Below this share of the work an estimate would fluctuate. */
const TOO_EARLY = 0.01;

/** Milliseconds left at the pace so far; `null` while too little is done for an estimate. */
export function timeLeft({ share, elapsed }: Pick<ImportProgress, 'share' | 'elapsed'>): number | null {
  if (share < TOO_EARLY || elapsed < 1000) return null;
  return (elapsed * (1 - share)) / share;
}

/** How many files of an import had each outcome, how many had problems, and what the notes among them bring. */
export type ImportCounts = Readonly<Record<ImportOutcome | 'problems' | 'notes' | 'times' | 'transcripts', number>>;

export const NO_COUNTS: ImportCounts = {
  added: 0,
  replaced: 0,
  unchanged: 0,
  'left-out': 0,
  'no-video': 0,
  'no-note': 0,
  problems: 0,
  notes: 0,
  times: 0,
  transcripts: 0,
};

/** Adds entries to the counts. */
export function countEntries(counts: ImportCounts, entries: readonly ImportEntry[]): ImportCounts {
  const sum = { ...counts };
  for (const { outcome, problems, note } of entries) {
    sum[outcome]++;
    if (problems.length > 0) sum.problems++;
    if (!note) continue;
    sum.notes++;
    if (note.hasTimes) sum.times++;
    if (note.hasTranscript) sum.transcripts++;
  }
  return sum;
}

/** Whether at least one file is a note that is in the library now. */
export const hasNotes = ({ added, replaced, unchanged }: ImportCounts): boolean => added + replaced + unchanged > 0;

/**
 * The report as CSV: a row per problem, and a row for each file without one.
 *
 * @param textOf What a problem says, in the viewer's language.
 */
export function reportAsCsv(entries: readonly ImportEntry[], textOf: (problem: Problem) => string): string {
  const rows = [['file', 'outcome', 'video', 'line', 'column', 'severity', 'rule', 'message'].join(',')];
  for (const { file, outcome, note, problems } of entries) {
    const video = note?.videoId ?? '';
    if (problems.length === 0) rows.push([file, outcome, video, '', '', '', '', ''].map(csvCell).join(','));
    for (const problem of problems) {
      const { line, column, severity, rule } = problem;
      rows.push([file, outcome, video, line, column, severity, rule, textOf(problem)].map(csvCell).join(','));
    }
  }
  return csvFile(rows);
}
