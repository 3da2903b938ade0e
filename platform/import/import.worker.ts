import type { ImportEnd, ImportProgress } from '../../core/library/import.ts';
import { openCatalogs } from '../catalogs/open-catalogs.ts';
import { createCompilePool } from '../compile/compile-pool.ts';
import { fileOf } from '../compile/file-of-note.ts';
import { holdLifeLine } from '../compile/worker-lifetime.ts';
import type { GivenFile, ImportInput } from '../files/input.ts';
import { renewCatalogNames } from '../names/renew-catalog-names.ts';
import { repackNames } from '../names/repack-names.ts';
import { LibraryUnavailable, openLibrary } from '../store/open-library.ts';
import type { Recompile } from '../store/read-notes.ts';
import { renewAll } from '../store/renew-notes.ts';
import { type ImportMode, runImport } from './run-import.ts';
import type { FromImportWorker, ToImportWorker } from './worker-messages.ts';
import { writeZip } from './write-zip.ts';

/** The lock held while any window writes to the library. */
const IMPORTING = 'sleevenotes-import';

const cancel = new AbortController();
const stopwatch = createStopwatch();
const given = new Map<number, GivenFile[]>();
let pause: { readonly over: Promise<void>; readonly end: () => void } | null = null;
let start: { readonly inputs: readonly ImportInput[]; readonly mode: ImportMode } | null = null;
let progress: Omit<ImportProgress, 'elapsed' | 'paused'> = { files: 0, totalFiles: null, bytes: 0, share: 0 };

const tell = (message: FromImportWorker) => postMessage(message);

function tellProgress(): void {
  tell({ type: 'progress', progress: { ...progress, elapsed: stopwatch.elapsed(), paused: pause !== null } });
}

addEventListener('message', async ({ data }: MessageEvent<ToImportWorker>) => {
  switch (data.type) {
    case 'start':
      start = data;
      await holdLifeLine(data.lifeLine);
      tell({ type: 'ready' });
      return;
    case 'files':
      if (!given.has(data.input)) given.set(data.input, []);
      given.get(data.input)?.push(...data.files);
      return;
    case 'complete':
      tell({ type: 'end', end: await importAll() });
      return;
    case 'pause':
      pause ??= createPause();
      stopwatch.stop();
      tellProgress();
      return;
    case 'go-on':
      pause?.end();
      pause = null;
      stopwatch.start();
      tellProgress();
      return;
    case 'cancel':
      cancel.abort();
      pause?.end();
      pause = null;
      return;
    case 'pack':
      return tell({ type: 'packed', zip: await pack().catch(() => null) });
    case 'renew-names':
      // One at a time over all windows; later callers find it done.
      await navigator.locks
        .request(`sleevenotes-names-${data.kind}`, data.kind === 'own' ? renewOwn : renewCatalogs)
        .catch((error: unknown) => console.warn('Sleevenotes: names are not indexed', error));
      return tell({ type: 'names-renewed' });
    case 'renew':
      await renewLibrary().catch((error: unknown) => console.warn('Sleevenotes: notes are not read again', error));
      return tell({ type: 'renewed' });
  }
});

/** In one window at a time. An import in another may go on: a note it changes meanwhile stays as the import left it. */
function renewLibrary(): Promise<void> {
  return navigator.locks.request('sleevenotes-renew', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const database = await openLibrary();
    const size = poolSize();
    const pool = createCompilePool(size);
    try {
      const recompile: Recompile = async (record, file) => (await pool.compile(fileOf(record, file))).record;
      await renewAll(database, recompile, size, (done, all) => tell({ type: 'renewing', done, all }));
    } finally {
      pool.destroy();
      await repackNames(database);
      database.close();
    }
  });
}

/** More than four compilers wait for the database, and each takes about 60 MB. */
const poolSize = () => Math.min(Math.max(navigator.hardwareConcurrency || 2, 1), 4);

async function renewOwn(): Promise<void> {
  const database = await openLibrary();
  await repackNames(database);
  database.close();
}

async function renewCatalogs(): Promise<void> {
  const database = await openCatalogs();
  await renewCatalogNames(database);
  database.close();
}

async function pack(): Promise<Blob> {
  const database = await openLibrary();
  try {
    return await writeZip(database, (share) => tell({ type: 'packing', share }));
  } finally {
    database.close();
  }
}

async function importAll(): Promise<ImportEnd> {
  const { inputs, mode } = start ?? { inputs: [], mode: 'all' };
  try {
    return await alone(async () => {
      const database = await openLibrary();
      const pool = createCompilePool(poolSize());
      stopwatch.start();
      let filesBefore = 0;
      let bytesBefore = 0;
      try {
        for (const [at, input] of inputs.entries()) {
          const all = 'files' in input ? { ...input, files: given.get(at) ?? [] } : input;
          const end = await runImport(all, mode, {
            database,
            compile: pool.compile,
            now: Date.now,
            goOn: () => pause?.over ?? Promise.resolve(),
            cancelled: cancel.signal,
            onProgress(one) {
              // Several inputs count as parts of one size; what is in the later ones is not known yet.
              progress = {
                files: filesBefore + one.files,
                totalFiles: inputs.length === 1 ? one.totalFiles : null,
                bytes: bytesBefore + one.bytes,
                share: (at + one.share) / inputs.length,
              };
              tellProgress();
            },
            onEntries: (entries) => tell({ type: 'entries', entries }),
          });
          if (end === 'cancelled') return end;
          filesBefore = progress.files;
          bytesBefore = progress.bytes;
        }
        return 'complete';
      } finally {
        // Packing needs the memory that the compilers used.
        pool.destroy();
        await repackNames(database);
        database.close();
      }
    });
  } catch (error) {
    console.warn('Sleevenotes: the import stopped', error);
    return endOf(error);
  }
}

/** One import at a time over all windows; the next begins when it has ended. */
function alone(work: () => Promise<ImportEnd>): Promise<ImportEnd> {
  return navigator.locks
    .request(IMPORTING, { ifAvailable: true }, (lock) => {
      if (lock) return work();
      tell({ type: 'waiting' });
      return null;
    })
    .then((end) => end ?? navigator.locks.request(IMPORTING, { signal: cancel.signal }, work));
}

function endOf(error: unknown): ImportEnd {
  if (error instanceof LibraryUnavailable) return error.reason === 'newer' ? 'library-newer' : 'library-refused';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'disk-full';
  if (name === 'AbortError' && cancel.signal.aborted) return 'cancelled';
  if (name === 'NotFoundError' || name === 'NotAllowedError' || name === 'NotReadableError') return 'no-access';
  return 'interrupted';
}

function createPause() {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

/** Time worked, without the pauses. */
function createStopwatch() {
  let before = 0;
  let since: number | null = null;
  return {
    start() {
      since ??= performance.now();
    },
    stop() {
      if (since !== null) before += performance.now() - since;
      since = null;
    },
    elapsed: () => before + (since === null ? 0 : performance.now() - since),
  };
}
