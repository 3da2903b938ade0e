import { compileFile, type FileToCompile } from './compile-file.ts';
import { holdLifeLine } from './worker-lifetime.ts';

/** The worker's only job: a file in, a note ready to be kept out. One at a time. */
addEventListener('message', async ({ data }: MessageEvent<FileToCompile | { readonly lifeLine: string }>) => {
  if ('lifeLine' in data) {
    await holdLifeLine(data.lifeLine);
    postMessage('ready');
    return;
  }
  try {
    const compiled = await compileFile(data);
    const buffers = compiled.record ? [compiled.record.note.edition, compiled.record.note.file] : [];
    postMessage(compiled, { transfer: buffers });
  } catch (error) {
    // Out of stack, for instance: the pool hears of it at once, and need not wait until its patience ends.
    reportError(error);
  }
});
