import type { FromImportWorker, ToImportWorker } from './worker-messages.ts';

/**
 * Has a worker compile again whatever an earlier version compiled. Returns how to stop; what is done by then stays done.
 * @param onProgress Is told how many of all are done; `null` at the end.
 */
export function renewLibrary(
  onProgress: (progress: { readonly done: number; readonly all: number } | null) => void,
): () => void {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const end = () => {
    worker.terminate();
    onProgress(null);
  };
  worker.onerror = end;
  worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
    if (data.type === 'renewing') onProgress(data);
    else if (data.type === 'renewed') end();
  };
  worker.postMessage({ type: 'renew' } satisfies ToImportWorker);
  return end;
}
