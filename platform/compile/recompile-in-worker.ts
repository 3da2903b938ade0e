import type { Recompile } from '../store/read-notes.ts';
import type { CompiledFile } from './compile-file.ts';
import { fileOf } from './file-of-note.ts';

/** Compiles in the import's own worker: the compiler is large, so it is in the extension once, and the page stays quick. */
export const recompileInWorker: Recompile = async (record, file) => {
  const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' });
  try {
    const compiled = await new Promise<CompiledFile>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<CompiledFile>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the compiler did not start')));
      worker.postMessage(fileOf(record, file));
    });
    return compiled.record;
  } finally {
    worker.terminate();
  }
};
