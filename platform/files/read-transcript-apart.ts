import type { KeptTranscript } from '../ports.ts';
import type { readTranscriptFile } from './read-transcript.ts';

type Read = Awaited<ReturnType<typeof readTranscriptFile>>;

/** Timeout: the largest allowed file takes about a second; only a hostile one takes longer. */
const PATIENCE_MS = 15_000;

/** Reads a dropped file in a worker, so that no file can block the panel. One that exceeds the timeout counts as damaged. */
export async function readTranscriptApart(file: File): Promise<KeptTranscript | Exclude<Read, KeptTranscript>> {
  // In development Chromium kills an extension page that starts a worker from the server's address.
  if (import.meta.env.DEV) return (await import('./read-transcript.ts')).readTranscriptFile(file);
  const worker = new Worker(new URL('../compile/compile.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Read>((resolve) => {
      const giveUp = () => resolve('damaged');
      worker.addEventListener('message', ({ data }: MessageEvent<Read>) => resolve(data));
      worker.addEventListener('error', giveUp);
      setTimeout(giveUp, PATIENCE_MS);
      worker.postMessage({ transcript: file });
    });
  } finally {
    worker.terminate();
  }
}
