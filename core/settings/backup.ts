import * as v from 'valibot';
import type { Mark } from '../marks/mark.ts';
import { markSchema } from '../marks/mark-schema.ts';
import { mergeMarks } from '../marks/merge-marks.ts';
import type { LanguageTag } from '../note/episode.ts';
import type { NoteKey } from '../note/note-id.ts';
import type { ReaderPlace } from '../session/reader.ts';
import { readerPlaceSchema } from '../session/reader-place.ts';
import { LONGEST_VIDEO, type Seconds } from '../time/seconds.ts';
import { type Corrections, mergeCorrections } from '../timeline/corrections.ts';
import type { RememberedOfVideo } from '../timeline/remembered.ts';
import { rememberedSchema } from '../timeline/remembered-schema.ts';
import { toVideoId, type VideoId } from '../video/video-id.ts';
import { readSettings, type StoredSettings, upToDate, writeSettings } from './migrations.ts';
import type { Settings } from './settings.ts';

/** A term looked up, as stored in the recents. */
interface Recent {
  readonly term: string;
  readonly language?: LanguageTag | undefined;
  readonly videoId: VideoId;
  readonly entryId: string;
}

/** Everything kept for a viewer except their own notes, which the library exports. */
export interface Kept {
  readonly settings: Settings;
  /** The viewer's corrections, by video. */
  readonly corrections: ReadonlyMap<VideoId, Corrections>;
  readonly recents: readonly Recent[];
  /** What was chosen where a video has several notes in one language; see core/session/note-preference.ts. */
  readonly chosenNotes: ReadonlyMap<VideoId, readonly NoteKey[]>;
  readonly chosenFolders: readonly string[];
  /** Section starts that came from transcripts, by video. */
  readonly times: ReadonlyMap<VideoId, RememberedOfVideo>;
  /** The language chosen by hand for a video. */
  readonly chosenLanguages: ReadonlyMap<VideoId, LanguageTag>;
  /** Where the reader was in the notes read last, the last one first. */
  readonly places: readonly (readonly [VideoId, ReaderPlace])[];
  /** The viewer's marks, deleted ones included. */
  readonly marks: readonly Mark[];
}

/** Why a file is no backup. `where` names the line or the field. */
export type BackupProblem =
  | { readonly kind: 'no-json'; readonly where: string }
  | { readonly kind: 'no-backup' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly where: string };

export type BackupReading =
  | { readonly ok: true; readonly kept: Kept }
  | { readonly ok: false; readonly problem: BackupProblem };

/** Raised when older versions cannot read the backups of this one. In 1 corrections named no note. */
const FORMAT = 2;

const videoId = v.custom<VideoId>((text) => typeof text === 'string' && toVideoId(text) !== null);
const seconds = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.maxValue(LONGEST_VIDEO),
  v.transform((value): Seconds => value),
);
const start = { section: v.string(), start: seconds };
const texts = v.array(v.string());
const common = {
  settings: v.record(v.string(), v.unknown()),
  recents: v.array(v.object({ term: v.string(), language: v.optional(v.string()), videoId, entryId: v.string() })),
};
const firstFormat = v.object({
  ...common,
  anchors: v.record(v.string(), v.array(v.object(start))),
});
const format = v.object({
  ...common,
  corrections: v.record(
    v.string(),
    v.object({
      byNote: v.record(v.string(), v.array(v.object({ ...start, at: v.pipe(v.number(), v.finite()) }))),
      unassigned: v.array(v.object(start)),
    }),
  ),
  chosenNotes: v.record(v.string(), texts),
  chosenFolders: texts,
  // Absent in older backups.
  times: v.optional(v.record(v.string(), rememberedSchema), {}),
  chosenLanguages: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(35))), {}),
  places: v.optional(v.array(v.tuple([videoId, readerPlaceSchema])), []),
  marks: v.optional(v.array(markSchema), []),
});

/** The text of a backup file: JSON, readable and with a line per value. */
export function writeBackup({ settings, corrections, chosenNotes, chosenLanguages, times, ...lists }: Kept): string {
  const stored = {
    settings: writeSettings(settings, null),
    corrections: Object.fromEntries(corrections),
    ...lists,
    chosenNotes: Object.fromEntries(chosenNotes),
    chosenLanguages: Object.fromEntries(chosenLanguages),
    times: Object.fromEntries(times),
  };
  return `${JSON.stringify({ sleevenotes: 'backup', format: FORMAT, ...stored }, null, 2)}\n`;
}

/** Reads a backup file, all or nothing: one invalid value makes the whole file damaged. */
export function readBackup(text: string): BackupReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refused({ kind: 'no-json', where: placeOf(error, text) });
  }
  const head = v.safeParse(v.object({ sleevenotes: v.literal('backup'), format: v.number() }), data);
  if (!head.success) return refused({ kind: 'no-backup' });
  if (head.output.format > FORMAT) return refused({ kind: 'newer' });
  const body = head.output.format < FORMAT ? readFirstFormat(data) : v.safeParse(format, data);
  if (!body.success) return refused({ kind: 'damaged', where: v.getDotPath(body.issues[0]) ?? '' });
  const {
    settings: stored,
    corrections,
    chosenNotes,
    chosenLanguages,
    times,
    recents,
    chosenFolders,
    places,
    marks,
  } = body.output;
  const wrong = [corrections, chosenNotes, chosenLanguages, times]
    .flatMap(Object.keys)
    .find((text) => toVideoId(text) === null);
  if (wrong !== undefined) return refused({ kind: 'damaged', where: wrong });
  const settings = readSettings(stored);
  const changed = fieldReadOtherwise(upToDate(stored), writeSettings(settings, stored));
  if (changed) return refused({ kind: 'damaged', where: `settings.${changed}` });
  return {
    ok: true,
    kept: {
      settings,
      corrections: byVideo<Corrections>(corrections),
      recents,
      chosenNotes: byVideo<readonly NoteKey[]>(chosenNotes),
      chosenFolders,
      times: byVideo<RememberedOfVideo>(times),
      chosenLanguages: byVideo<LanguageTag>(chosenLanguages),
      places,
      marks: mergeMarks([], marks),
    },
  };
}

function byVideo<T>(stored: Readonly<Record<string, T>>): Map<VideoId, T> {
  return new Map(
    Object.entries(stored).flatMap(([text, value]): [VideoId, T][] => {
      const id = toVideoId(text);
      return id ? [[id, value]] : [];
    }),
  );
}

function readFirstFormat(data: unknown) {
  const read = v.safeParse(firstFormat, data);
  if (!read.success) return read;
  const { anchors, ...rest } = read.output;
  const corrections = Object.fromEntries(
    Object.entries(anchors).map(([video, list]) => [video, { byNote: {}, unassigned: list }]),
  );
  const none = { chosenNotes: {}, chosenLanguages: {}, chosenFolders: [], times: {}, places: [], marks: [] };
  return { success: true as const, output: { ...rest, corrections, ...none } };
}

/**
 * The result of restoring a backup: its settings; everything else merged, with the backup taking precedence where only one
 * value can be kept. Of a mark's words those written later are kept, whichever has them.
 */
export function withBackup(present: Kept, backup: Kept): Kept {
  const same = (a: Recent) => (b: Recent) => a.videoId === b.videoId && a.entryId === b.entryId;
  const corrections = new Map(present.corrections);
  for (const [video, those] of backup.corrections) {
    const these = corrections.get(video);
    corrections.set(video, these ? mergeCorrections(these, those) : those);
  }
  return {
    settings: backup.settings,
    corrections,
    recents: [...backup.recents, ...present.recents.filter((one) => !backup.recents.some(same(one)))],
    chosenNotes: new Map([...present.chosenNotes, ...backup.chosenNotes]),
    chosenFolders: [...new Set([...backup.chosenFolders, ...present.chosenFolders])],
    times: new Map([...present.times, ...backup.times]),
    chosenLanguages: new Map([...present.chosenLanguages, ...backup.chosenLanguages]),
    places: [...new Map([...present.places, ...backup.places].map((place) => [place[0], place])).values()],
    marks: mergeMarks(present.marks, backup.marks),
  };
}

const refused = (problem: BackupProblem): BackupReading => ({ ok: false, problem });

/** Reading settings repairs invalid values; in a backup these mean damage. */
function fieldReadOtherwise(stored: Readonly<Record<string, unknown>>, read: StoredSettings): string | null {
  const known: Readonly<Record<string, unknown>> = { ...read };
  return (
    Object.keys(known).find((name) => name in stored && JSON.stringify(stored[name]) !== JSON.stringify(known[name])) ??
    null
  );
}

/** Line and column of a JSON error, from the engine's own words; its words where it names no place. */
function placeOf(error: unknown, text: string): string {
  const words = error instanceof Error ? error.message : '';
  const [, line, column] = /line (\d+) column (\d+)/.exec(words) ?? [];
  if (line && column) return `${line}:${column}`;
  const [, position] = /position (\d+)/.exec(words) ?? [];
  if (position === undefined) return words;
  const before = text.slice(0, Number(position)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
