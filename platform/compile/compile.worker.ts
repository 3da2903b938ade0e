import { type AddConversion, createConversion } from '../../compiler/convert-script.ts';
import { bundledScriptWords } from '../chinese/bundled-words.ts';
import { readTranscriptFile } from '../files/read-transcript.ts';
import { compileFile, type FileToCompile } from './compile-file.ts';
import { holdLifeLine } from './worker-lifetime.ts';

let conversion: Promise<AddConversion> | null = null;

function bundledConversion(): Promise<AddConversion> {
  conversion ??= bundledScriptWords().then(createConversion);
  return conversion;
}

type ToCompileWorker = FileToCompile | { readonly lifeLine: string } | { readonly transcript: File };

/**
 * Reads files of others: a note to be compiled, one at a time, or a transcript. One worker for both, because a note may have a
 * transcript in it: the decoders are in the extension once.
 */
addEventListener('message', async ({ data }: MessageEvent<ToCompileWorker>) => {
  if ('transcript' in data) {
    postMessage(await readTranscriptFile(data.transcript));
    return;
  }
  if ('lifeLine' in data) {
    await holdLifeLine(data.lifeLine);
    postMessage('ready');
    return;
  }
  try {
    const compiled = await compileFile(data, bundledConversion);
    const buffers = compiled.record ? [compiled.record.note.edition, compiled.record.note.file] : [];
    postMessage(compiled, { transfer: buffers });
  } catch (error) {
    // A stack overflow, for instance: report it at once, so that the pool need not wait for its timeout.
    reportError(error);
  }
});
