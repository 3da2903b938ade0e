import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CompiledFile, compileFile, failed, type Telling } from './compile-file.ts';
import { createProgress } from './progress.ts';

/** Fewer files are compiled sooner than workers are started. */
const FEW = 24;
/** Files under way for each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 4;

/** Compiles files on all cores, in the order given, with a progress bar on a terminal. */
export async function* compileFiles(files: readonly string[], telling: Telling): AsyncGenerator<CompiledFile> {
  const pool = files.length < FEW ? null : createPool(availableParallelism());
  const run = (file: string) => (pool ? pool.run(file, telling) : compileFile(file, telling));
  const ahead = pool ? availableParallelism() * AHEAD : 1;
  const progress = createProgress(files.length);
  const waiting: Promise<CompiledFile>[] = [];
  try {
    for (let next = 0; next < files.length || waiting.length > 0; ) {
      while (next < files.length && waiting.length < ahead) waiting.push(run(files[next++] as string));
      yield (await waiting.shift()) as CompiledFile;
      progress.step();
    }
  } finally {
    progress.end();
    await pool?.end();
  }
}

/**
 * Left alone, V8 lets garbage lie until each worker holds 300 MB. The worst note a limit lets through needs some 200; one
 * that needs more ends its worker and is reported as unreadable.
 */
const MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 192 };

function createPool(size: number) {
  const workers = new Set<Worker>();
  const free: Worker[] = [];
  const wanting: ((worker: Worker) => void)[] = [];

  const release = (worker: Worker) => {
    const want = wanting.shift();
    if (want) want(worker);
    else free.push(worker);
  };
  const start = () => {
    const worker = new Worker(new URL('./compile-files.worker.ts', import.meta.url), { resourceLimits: MEMORY });
    workers.add(worker);
    release(worker);
  };
  for (let count = 0; count < size; count++) start();

  return {
    async run(file: string, telling: Telling): Promise<CompiledFile> {
      const worker = free.shift() ?? (await new Promise<Worker>((resolve) => wanting.push(resolve)));
      return new Promise((resolve) => {
        const answered = (result: CompiledFile) => {
          worker.off('error', broken);
          resolve(result);
          release(worker);
        };
        // A note that kills its worker is reported; the others go on in a new one.
        const broken = (error: unknown) => {
          worker.off('message', answered);
          workers.delete(worker);
          resolve(failed(file, error));
          start();
        };
        worker.once('message', answered);
        worker.once('error', broken);
        worker.postMessage({ file, telling });
      });
    },
    end: () => Promise.all([...workers].map((worker) => worker.terminate())),
  };
}
