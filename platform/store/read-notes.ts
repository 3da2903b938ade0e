import type { Edition, Episode, EpisodeSummary } from '../../core/note/episode.ts';
import { joinEditions } from '../../core/note/join-notes.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { gunzip } from './gzip.ts';
import {
  EDITION_FORMAT,
  type EpisodeRecord,
  type LibraryDatabase,
  type NoteRecord,
  type NoteSummary,
  OLDEST_SHOWN,
  ownNoteId,
} from './schema.ts';
import type { CompiledRecord } from './write-notes.ts';

/** Every key that begins with this video: an array sorts after any string. */
export const keysOf = (videoId: VideoId) => IDBKeyRange.bound([videoId], [videoId, []]);

/** Compiles a note's file again; `null` when that is impossible. Rejects when the compiler does not start. */
export type Recompile = (record: NoteRecord, file: ArrayBuffer) => Promise<CompiledRecord | null>;

/**
 * Opens a stored note. One whose compiled part is damaged, or cannot be shown any more, is compiled again from its file.
 * @returns `null` when both parts are damaged.
 */
export async function openNote(record: NoteRecord, recompile: Recompile): Promise<Edition | null> {
  const edition = record.format < OLDEST_SHOWN ? null : await readEdition(record);
  if (edition) return edition;
  const file = await gunzip(record.file).catch(() => null);
  const made = file && (await recompile(record, file));
  return made && readEdition(made.note);
}

/** Data with a valid checksum was written by us, so only its top level is checked. */
async function readEdition(record: NoteRecord): Promise<Edition | null> {
  const json = await gunzip(record.edition).catch(() => null);
  const edition = json && (JSON.parse(new TextDecoder().decode(json)) as Edition);
  return edition && Array.isArray(edition.sections) && Array.isArray(edition.glossary) ? edition : null;
}

/**
 * The viewer's own episode for a video; damaged notes are left out. What an earlier version compiled is shown as it is, and
 * told to `outdated`.
 */
export async function findOwn(
  database: LibraryDatabase,
  videoId: VideoId,
  recompile: Recompile,
  outdated: (records: readonly NoteRecord[]) => void = () => {},
): Promise<Episode | null> {
  const [index, records] = await Promise.all([
    database.get('episodes', videoId),
    database.getAll('notes', keysOf(videoId)),
  ]);
  const notes = records.filter(isNote);
  const old = notes.filter(({ format }) => format !== EDITION_FORMAT);
  if (old.length > 0) outdated(old);
  const opened = await Promise.all(
    notes.map(async (record) => ({ record, edition: await openNote(record, recompile) })),
  );
  // In the order they were added, which is that of the index.
  const place = new Map(index?.notes.map((summary, position) => [keyIn(summary), position]));
  const found = opened
    .flatMap(({ record, edition }) => (edition ? [{ record, edition }] : []))
    .sort((a, b) => (place.get(keyIn(a.record.summary)) ?? 0) - (place.get(keyIn(b.record.summary)) ?? 0));
  const editions = found.map(({ record, edition }) => ({ ...edition, note: ownNoteId(record.summary) }));
  const [first, ...rest] = joinEditions(editions);
  if (!first) return null;
  return {
    videoId,
    revision: found.map(({ record }) => record.summary.revision).join('+'),
    editions: [first, ...rest],
  };
}

const keyIn = (summary: NoteSummary) => noteKey(ownNoteId(summary));

/** Whether a record has its parts; the rest of a damaged one is ignored. */
export function isNote(record: NoteRecord): boolean {
  return record.edition instanceof ArrayBuffer && record.file instanceof ArrayBuffer && record.summary !== undefined;
}

export function toSummary({ videoId, notes }: EpisodeRecord): EpisodeSummary {
  return {
    videoId,
    revision: notes.map(({ revision }) => revision).join('+'),
    editions: notes.map((summary) => {
      const { language, title, sections, terms, date, tags } = summary;
      const known = { ...(date !== undefined && { date }), ...(tags && { tags }) };
      return { note: ownNoteId(summary), language, title, sections, terms, ...known };
    }),
  };
}

/** Records per batch: some milliseconds each, so that no page is blocked. */
const PART = 400;

/** The whole index, in the order of its video ids. */
export async function ownEpisodes(database: LibraryDatabase): Promise<EpisodeRecord[]> {
  const all: EpisodeRecord[] = [];
  for (let after: VideoId | null = null; ; ) {
    const range: IDBKeyRange | null = after ? IDBKeyRange.lowerBound(after, true) : null;
    const records: EpisodeRecord[] = await database.getAll('episodes', range, PART);
    all.push(...records);
    if (records.length < PART) return all;
    after = records.at(-1)?.videoId ?? null;
  }
}
