import { availableParallelism } from 'node:os';
import { type CompiledFile, compileFile, failed, type Telling } from './compile-file.ts';
import { createProgress } from './progress.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Fewer files are compiled sooner than workers are started. */
const FEW = 24;
/** Files under way for each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 4;

/** Compiles files on all cores, in the order given, with a progress bar on a terminal. */
export async function* compileFiles(files: readonly string[], telling: Telling): AsyncGenerator<CompiledFile> {
  const pool = files.length < FEW ? null : compilePool();
  const run = (file: string) => (pool ? pool.run({ file, telling }) : compileFile(file, telling));
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

/** A note that ends its worker is reported; the others go on in a new one. */
const compilePool = () =>
  createWorkerPool<{ readonly file: string; readonly telling: Telling }, CompiledFile>(
    new URL('./compile-files.worker.ts', import.meta.url),
    ({ file }, error) => failed(file, error),
  );
