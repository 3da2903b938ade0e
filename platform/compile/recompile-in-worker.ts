import type { Edition } from '../../core/note/episode.ts';
import { gunzip } from '../store/gzip.ts';
import type { Recompile } from '../store/read-notes.ts';
import type { CompiledFile, FileToCompile } from './compile-file.ts';

/** Compiles in the import's own worker: the compiler is large, so it is in the extension once, and the page stays quick. */
export const recompileInWorker: Recompile = async ({ summary }, file) => {
  const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' });
  try {
    const compiled = await new Promise<CompiledFile>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<CompiledFile>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the compiler did not start')));
      const asked: FileToCompile = {
        path: summary.file,
        bytes: new Uint8Array(file),
        source: '',
        revision: '',
        importedAt: 0,
      };
      worker.postMessage(asked);
    });
    if (!compiled.record) return null;
    const bytes = await gunzip(compiled.record.note.edition);
    return JSON.parse(new TextDecoder().decode(bytes)) as Edition;
  } finally {
    worker.terminate();
  }
};
