import { fileFaults, fileProblem } from '../../core/library/file-faults.ts';
import type { ImportEntry, ImportedNote, ImportProgress } from '../../core/library/import.ts';
import { isHidden } from '../../core/library/note-files.ts';
import type { Problem } from '../../core/note/problem.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CompiledFile, FileToCompile } from '../compile/compile-file.ts';
import { type ImportInput, isZipName, sourceOf } from '../files/input.ts';
import type { ImportItem } from '../files/item.ts';
import { openInput } from '../files/open-input.ts';
import { ArchiveError, BOMB, UnreadableEntry } from '../files/read-zip.ts';
import { announceChange } from '../store/changes.ts';
import { revisionOf } from '../store/revision.ts';
import {
  contentOf,
  type FileRecord,
  type ImportRecord,
  type LibraryDatabase,
  type NoteSummary,
} from '../store/schema.ts';
import {
  abort,
  type CompiledRecord,
  keyOf,
  NOTE_STORES,
  type Outcome,
  putNote,
  removeNote,
  type WriteTransaction,
} from '../store/write-notes.ts';

/** What an import runs in. */
export interface ImportHost {
  readonly database: LibraryDatabase;
  /** Compiles elsewhere; several at a time. */
  compile(file: FileToCompile): Promise<CompiledFile>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves at once, or when the viewer goes on after a pause. */
  goOn(): Promise<void>;
  readonly cancelled: AbortSignal;
  onProgress(progress: Omit<ImportProgress, 'elapsed' | 'paused'>): void;
  /** Files dealt with for good: what is told here is in the library. */
  onEntries(entries: readonly ImportEntry[]): void;
}

/** `changed`: of the files known from an earlier import only those that changed, so that removed notes stay removed. */
export type ImportMode = 'all' | 'changed';

/** Files read ahead: enough to keep every compiler busy, few enough to hold in memory. */
const AHEAD = 24;
const AHEAD_BYTES = 24 * 1024 * 1024;
/** A transaction is worth its cost from some dozen notes; half a second is what an accident may cost. */
const BATCH_FILES = 200;
const BATCH_BYTES = 2 * 1024 * 1024;
const BATCH_TIME = 500;

/** A file dealt with, but not kept yet. */
interface Finished {
  readonly path: string;
  readonly bytes: number;
  readonly entry: Omit<ImportEntry, 'file'>;
  readonly record: CompiledRecord | null;
  readonly known: FileRecord | null;
}

/**
 * Imports one input, in the order of its paths and a batch at a time. A batch is one transaction: notes, index, names
 * and the journal come together or not at all, so that whenever this ends (or is ended), everything up to the
 * journal's last file is in the library and nothing after it.
 *
 * @returns `complete`, or `cancelled` by the viewer.
 * @throws {DOMException} `QuotaExceededError` when the disk is full; what was committed stays.
 */
export async function runImport(
  input: ImportInput,
  mode: ImportMode,
  host: ImportHost,
): Promise<'complete' | 'cancelled'> {
  const { database, cancelled } = host;
  const source = sourceOf(input);
  let journal: ImportRecord = {
    source,
    kind: input.kind,
    name: input.name,
    handle: 'handle' in input ? input.handle : null,
    startedAt: host.now(),
    state: 'running',
    files: 0,
    lastFile: null,
  };
  await database.put('imports', journal);

  const known = await knownFiles(database, source);
  const live = await liveRevisions(database);
  const { items, total } = openInput(input);
  const placedHere = new Map<string, string>();
  const ahead: { readonly bytes: number; readonly done: Promise<Finished> }[] = [];
  let batch: Finished[] = [];
  let lastCommit = host.now();
  let bytes = 0;

  function isCurrent({ path, size, modified }: { path: string; size: number; modified: number | null }): boolean {
    // Single files come from anywhere: two of one name, size and date can still be two.
    const record = input.kind === 'files' ? null : known.get(path);
    if (!record || modified === null || record.size !== size || record.modified !== modified) return false;
    return mode === 'changed' || live.has(record.revision);
  }

  async function finish(item: ImportItem): Promise<Finished> {
    const { path } = item;
    const left = (problems: readonly Problem[]): Finished => ({
      path,
      bytes: 0,
      entry: { outcome: 'left-out', note: null, problems },
      record: null,
      known: null,
    });
    const unchanged = (known: FileRecord | null, size: number, revision: string): Finished => ({
      path,
      bytes: size,
      entry: { outcome: 'unchanged', note: live.get(revision) ?? null, problems: [] },
      record: null,
      known,
    });
    if (item.kind === 'no-note' && isArchive(path)) return left([fileProblem(path, fileFaults.nestedArchive())]);
    if (item.kind === 'no-note') return { ...left([]), entry: { outcome: 'no-note', note: null, problems: [] } };
    if (item.kind === 'unreadable') return left([fileProblem(path, item.fault)]);
    if (isCurrent(item)) return unchanged(null, item.size, known.get(path)?.revision ?? '');
    let file: Uint8Array<ArrayBuffer>;
    try {
      file = await item.read();
    } catch (error) {
      if (error instanceof UnreadableEntry) return left([fileProblem(path, error.fault)]);
      const reason = error instanceof Error ? error.message : String(error);
      return left([fileProblem(path, fileFaults.unreadable(reason))]);
    }
    const revision = await revisionOf(file);
    const size = file.length;
    const record: FileRecord = { source, path, size, modified: item.modified ?? 0, revision };
    // Unchanged in spite of a new date, or the same note under another name.
    const before = known.get(path);
    const isSame = before !== undefined && contentOf(before.revision) === contentOf(revision);
    if (live.has(revision) || (mode === 'changed' && isSame)) {
      const about = live.get(revision)?.videoId ?? before?.videoId;
      return unchanged({ ...record, ...(about && { videoId: about }) }, size, revision);
    }
    const compiled = await host.compile({ path, bytes: file, source, revision, importedAt: host.now() });
    // Of a file that was chosen by itself its viewer wants to know why it is no note.
    if (compiled.noVideo && input.kind !== 'files') {
      return { ...left([]), bytes: size, entry: { outcome: 'no-video', note: null, problems: [] } };
    }
    if (!compiled.record) return { ...left(compiled.problems), bytes: size };
    const { videoId, summary } = compiled.record.note;
    const note = importedNote(videoId, summary);
    return {
      path,
      bytes: size,
      entry: { outcome: 'added', note, problems: compiled.problems },
      record: compiled.record,
      known: { ...record, videoId },
    };
  }

  async function commit(): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    batch = batch.map(withoutCopies);
    const next: ImportRecord = { ...journal, files: journal.files + batch.length, lastFile: last.path };
    const { outcomes, left } = await commitBatch(database, batch, next, host.now());
    journal = next;
    const entries = batch.map(({ path, entry, record }, at): ImportEntry => {
      if (!record) return { file: path, ...entry };
      const place = keyOf(record.note).join(' ');
      const other = placedHere.get(place);
      placedHere.set(place, path);
      const outcome = outcomes[at] ?? 'added';
      const clash =
        other === undefined || outcome !== 'replaced' ? [] : [fileProblem(path, fileFaults.sameVideo(other))];
      return { file: path, ...entry, outcome, problems: [...entry.problems, ...clash] };
    });
    bytes += batch.reduce((sum, one) => sum + one.bytes, 0);
    batch = [];
    lastCommit = host.now();
    host.onEntries(entries);
    report();
    const changed = entries.flatMap(({ outcome, note }) => (note && outcome !== 'unchanged' ? [note.videoId] : []));
    const videos = [...changed, ...left];
    if (videos.length > 0) announceChange(videos);
  }

  /** Two files that are the same note can be read ahead together. */
  function withoutCopies(finished: Finished): Finished {
    if (!finished.record) return finished;
    const { videoId, summary } = finished.record.note;
    if (live.has(summary.revision)) {
      return { ...finished, record: null, entry: { outcome: 'unchanged', note: null, problems: [] } };
    }
    live.set(summary.revision, importedNote(videoId, summary));
    return finished;
  }

  function report(): void {
    const { files, bytes: all } = total();
    const share = all ? bytes / all : files > 0 ? journal.files / files : 0;
    host.onProgress({ files: journal.files, totalFiles: files, bytes, share: Math.min(share, 1) });
  }

  /** Takes the oldest file read ahead, so that files are kept in their order. */
  async function take(): Promise<void> {
    const oldest = ahead.shift();
    if (!oldest) return;
    batch.push(await oldest.done);
    const size = batch.reduce((sum, { record }) => sum + sizeOf(record), 0);
    const old = host.now() - lastCommit > BATCH_TIME;
    if (batch.length >= BATCH_FILES || size > BATCH_BYTES || old) await commit();
  }

  try {
    for await (const item of items) {
      if (ahead.length === 0 && batch.length === 0) report();
      await host.goOn();
      if (cancelled.aborted) break;
      const done = finish(item);
      // Awaited in its turn; until then a failure must not count as unhandled.
      done.catch(() => undefined);
      ahead.push({ bytes: item.kind === 'note' ? item.size : 0, done });
      while (ahead.length >= AHEAD || ahead.reduce((sum, one) => sum + one.bytes, 0) > AHEAD_BYTES) await take();
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const fault = error.message === BOMB ? fileFaults.archiveBomb() : fileFaults.unreadableArchive(error.message);
    const problem = fileProblem(input.name, fault);
    host.onEntries([{ file: input.name, outcome: 'left-out', note: null, problems: [problem] }]);
  }
  while (ahead.length > 0 && !cancelled.aborted) await take();
  await commit();
  const state = cancelled.aborted ? 'cancelled' : 'complete';
  await database.put('imports', { ...journal, state });
  return state;
}

const isArchive = (path: string) => isZipName(path) && !isHidden(path);

const sizeOf = (record: CompiledRecord | null) =>
  record ? record.note.edition.byteLength + record.note.file.byteLength : 0;

/** @returns What became of each file, and the videos that lost the note of a file which is about another one now. */
async function commitBatch(
  database: LibraryDatabase,
  batch: readonly Finished[],
  journal: ImportRecord,
  now: number,
): Promise<{ readonly outcomes: readonly (Outcome | null)[]; readonly left: readonly VideoId[] }> {
  const transaction: WriteTransaction = database.transaction([...NOTE_STORES, 'imports', 'files'], 'readwrite');
  const outcomes: (Outcome | null)[] = [];
  const left: VideoId[] = [];
  try {
    const files = transaction.objectStore('files');
    for (const { record, known } of batch) {
      // A single file's name does not say that it is the same file.
      const before = record && known && known.source !== 'files' ? await files.get([known.source, known.path]) : null;
      const moved = before?.videoId && before.videoId !== record?.note.videoId ? before.videoId : null;
      if (before && moved) {
        await removeNote(transaction, [moved, before.source, before.path], now);
        left.push(moved);
      }
      const outcome = record ? await putNote(transaction, record) : null;
      outcomes.push(moved ? 'replaced' : outcome);
      if (known) await files.put(known);
    }
    await transaction.objectStore('imports').put(journal);
    await transaction.done;
    return { outcomes, left };
  } catch (error) {
    transaction.done.catch(() => undefined);
    abort(transaction);
    // A request fails with "aborted"; why is known to the transaction only.
    throw transaction.error ?? error;
  }
}

async function knownFiles(database: LibraryDatabase, source: string): Promise<Map<string, FileRecord>> {
  const records = await database.getAll('files', IDBKeyRange.bound([source], [source, []]));
  return new Map(records.map((record) => [record.path, record]));
}

const importedNote = (
  videoId: VideoId,
  { language, title, hasTimes = false, hasTranscript = false }: NoteSummary,
): ImportedNote => ({ videoId, language, title, hasTimes, hasTranscript });

/** All notes in the library by their revisions. */
async function liveRevisions(database: LibraryDatabase): Promise<Map<string, ImportedNote>> {
  const episodes = await database.getAll('episodes');
  return new Map(
    episodes.flatMap(({ videoId, notes }) =>
      notes.map((summary) => [summary.revision, importedNote(videoId, summary)] as const),
    ),
  );
}
