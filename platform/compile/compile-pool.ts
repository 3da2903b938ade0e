import { fileFaults, fileProblem } from '../../core/library/file-faults.ts';
import type { CompiledFile, FileToCompile } from './compile-file.ts';
import { onceDead } from './worker-lifetime.ts';

export interface CompilePool {
  compile(file: FileToCompile): Promise<CompiledFile>;
  destroy(): void;
}

/** The archive's longest note takes about a second; a note that takes a minute would hang the panel as well. */
const PATIENCE = 60_000;

interface Job {
  readonly file: FileToCompile;
  readonly answer: (compiled: CompiledFile) => void;
}

/**
 * Compilers in workers of their own, each with one file at a time, so that a note that breaks its compiler is known by
 * name: the worker is replaced, and the note reported.
 */
export function createCompilePool(size: number): CompilePool {
  const waiting: Job[] = [];
  const idle: ((job: Job) => void)[] = [];
  const workers = new Set<() => void>();
  let destroyed = false;

  function next(run: (job: Job) => void): void {
    const job = waiting.shift();
    if (job) run(job);
    else idle.push(run);
  }

  function start(): void {
    const lifeLine = `sleevenotes-compiler-${crypto.randomUUID()}`;
    const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' });
    let job: Job | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopWatching = () => {};

    const stop = () => {
      clearTimeout(timer);
      stopWatching();
      worker.terminate();
      workers.delete(stop);
    };
    const replace = () => {
      stop();
      if (destroyed) return;
      job?.answer({
        record: null,
        noVideo: false,
        problems: [fileProblem(job.file.path, fileFaults.compilerStopped())],
      });
      const at = idle.indexOf(run);
      if (at >= 0) idle.splice(at, 1);
      start();
    };
    const run = (given: Job) => {
      job = given;
      timer = setTimeout(replace, PATIENCE);
      worker.postMessage(given.file);
    };
    worker.onmessage = ({ data }: MessageEvent<CompiledFile | 'ready'>) => {
      if (data === 'ready') {
        stopWatching = onceDead(lifeLine, replace);
      } else {
        clearTimeout(timer);
        job?.answer(data);
        job = null;
      }
      next(run);
    };
    worker.onerror = (event) => {
      // Otherwise it would end the import's own worker, too.
      event.preventDefault();
      replace();
    };
    worker.postMessage({ lifeLine });
    workers.add(stop);
  }

  for (let count = 0; count < size; count++) start();

  return {
    compile: (file) =>
      new Promise((answer) => {
        const job = { file, answer };
        const run = idle.shift();
        if (run) run(job);
        else waiting.push(job);
      }),
    destroy() {
      destroyed = true;
      for (const stop of [...workers]) stop();
    },
  };
}
