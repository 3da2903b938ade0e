import type { FromImportWorker, ToImportWorker } from './worker-messages.ts';

/**
 * The files of all own notes as a zip, written in a worker.
 * @param onShare Is told the share done, 0 to 1.
 * @throws When the library cannot be read, or the disk has no room.
 */
export async function packNotes(onShare: (share: number) => void): Promise<Blob> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Blob>((resolve, reject) => {
      worker.onerror = () => reject(new Error('the worker did not start'));
      worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
        if (data.type === 'packing') onShare(data.share);
        else if (data.type === 'packed' && data.zip) resolve(data.zip);
        else reject(new Error('the notes could not be packed'));
      };
      worker.postMessage({ type: 'pack' } satisfies ToImportWorker);
    });
  } finally {
    worker.terminate();
  }
}
