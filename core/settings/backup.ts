import * as v from 'valibot';
import type { Seconds } from '../time/seconds.ts';
import type { Anchor } from '../timeline/timeline.ts';
import { toVideoId, type VideoId } from '../video/video-id.ts';
import { readSettings, type StoredSettings, upToDate, writeSettings } from './migrations.ts';
import type { Settings } from './settings.ts';

/** A term looked up, as it is remembered. */
interface Recent {
  readonly term: string;
  readonly videoId: VideoId;
  readonly entryId: string;
}

/** All that is kept for a viewer besides their own notes, which the library exports. */
export interface Kept {
  readonly settings: Settings;
  /** The viewer's corrections, by video. */
  readonly anchors: ReadonlyMap<VideoId, readonly Anchor[]>;
  readonly recents: readonly Recent[];
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

/** Raised when a backup of today could not be read by yesterday's version. */
const FORMAT = 1;

const videoId = v.custom<VideoId>((text) => typeof text === 'string' && toVideoId(text) !== null);
const seconds = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.transform((value): Seconds => value),
);
const schema = v.object({
  settings: v.record(v.string(), v.unknown()),
  anchors: v.record(
    v.string(),
    v.array(v.object({ section: v.string(), start: seconds, by: v.picklist(['author', 'viewer']) })),
  ),
  recents: v.array(v.object({ term: v.string(), videoId, entryId: v.string() })),
});

/** The text of a backup file: JSON, readable and with a line per value. */
export function writeBackup({ settings, anchors, recents }: Kept): string {
  const stored = { settings: writeSettings(settings), anchors: Object.fromEntries(anchors), recents };
  return `${JSON.stringify({ sleevenotes: 'backup', format: FORMAT, ...stored }, null, 2)}\n`;
}

/** Reads a backup file. All of it or nothing: a value that does not fit makes the whole file damaged. */
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
  const body = v.safeParse(schema, data);
  if (!body.success) return refused({ kind: 'damaged', where: v.getDotPath(body.issues[0]) ?? '' });
  const { settings: stored, anchors, recents } = body.output;
  const byVideo = new Map<VideoId, readonly Anchor[]>();
  for (const [text, list] of Object.entries(anchors)) {
    const id = toVideoId(text);
    if (!id) return refused({ kind: 'damaged', where: `anchors.${text}` });
    byVideo.set(id, list);
  }
  const settings = readSettings(stored);
  const changed = fieldReadOtherwise(upToDate(stored), writeSettings(settings));
  if (changed) return refused({ kind: 'damaged', where: `settings.${changed}` });
  return { ok: true, kept: { settings, anchors: byVideo, recents } };
}

/** What is kept after a backup came back: its settings; corrections and recents of both, the backup's first. */
export function withBackup(present: Kept, backup: Kept): Kept {
  const same = (a: Recent) => (b: Recent) => a.videoId === b.videoId && a.entryId === b.entryId;
  return {
    settings: backup.settings,
    anchors: new Map([...present.anchors, ...backup.anchors]),
    recents: [...backup.recents, ...present.recents.filter((one) => !backup.recents.some(same(one)))],
  };
}

const refused = (problem: BackupProblem): BackupReading => ({ ok: false, problem });

/** Reading settings mends what does not fit; in a backup that means damage. */
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
