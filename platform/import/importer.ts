import type { ImportEnd, ImportEntry, ImportProgress } from '../../core/library/import.ts';
import { onceDead } from '../compile/worker-lifetime.ts';
import type { ImportInput } from '../files/input.ts';
import type { ImportMode } from './run-import.ts';
import type { FromImportWorker, ToImportWorker } from './worker-messages.ts';

export interface ImportListener {
  /** Another window is importing; this one begins afterwards. */
  onWaiting(): void;
  onProgress(progress: ImportProgress): void;
  onEntries(entries: readonly ImportEntry[]): void;
  /** Called once, last. */
  onEnd(end: ImportEnd): void;
}

/** An import under way. It lives in a worker of its own and as long as the page. */
export interface ImportRun {
  pause(): void;
  goOn(): void;
  /** What is in the library by then stays. */
  cancel(): void;
}

/** Files per message: the browser looks each up on disk while it copies the list, which blocks the page. */
const PART = 4;
/** Milliseconds of that after which the page may do something else. */
const TURN = 8;

/** Starts an import. Nothing of what it needs (compiler, zip reader) is loaded before. */
export function startImport(inputs: readonly ImportInput[], mode: ImportMode, listener: ImportListener): ImportRun {
  // Otherwise the browser may drop the library when the disk runs full. It may say no; nothing depends on it.
  void navigator.storage.persist?.().catch(() => false);
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const lifeLine = `sleevenotes-importer-${crypto.randomUUID()}`;
  const tell = (message: ToImportWorker) => worker.postMessage(message);
  let stopWatching = () => {};
  let over = false;
  let cancelled = false;

  function end(how: ImportEnd): void {
    if (over) return;
    over = true;
    stopWatching();
    worker.terminate();
    listener.onEnd(how);
  }

  worker.onerror = () => end('interrupted');
  worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
    switch (data.type) {
      case 'ready':
        stopWatching = onceDead(lifeLine, () => end('interrupted'));
        return;
      case 'waiting':
        return listener.onWaiting();
      case 'progress':
        return listener.onProgress(data.progress);
      case 'entries':
        return listener.onEntries(data.entries);
      case 'end':
        return end(data.end);
      case 'packing':
      case 'packed':
      case 'names-renewed':
      case 'renewing':
      case 'renewed':
        return;
    }
  };
  tell({
    type: 'start',
    lifeLine,
    mode,
    inputs: inputs.map((input) => ('files' in input ? { ...input, files: [] } : input)),
  });
  void sendFiles(inputs, tell, () => over || cancelled).then(() => over || tell({ type: 'complete' }));

  return {
    pause: () => tell({ type: 'pause' }),
    goOn: () => tell({ type: 'go-on' }),
    cancel() {
      cancelled = true;
      tell({ type: 'cancel' });
    },
  };
}

async function sendFiles(
  inputs: readonly ImportInput[],
  tell: (message: ToImportWorker) => void,
  isEnough: () => boolean,
): Promise<void> {
  for (const [at, input] of inputs.entries()) {
    if (!('files' in input)) continue;
    let turn = performance.now();
    for (let from = 0; from < input.files.length && !isEnough(); from += PART) {
      tell({ type: 'files', input: at, files: input.files.slice(from, from + PART) });
      if (performance.now() - turn < TURN) continue;
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
  }
}
