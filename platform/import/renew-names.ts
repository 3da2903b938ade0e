import type { NamesKind } from '../names/names.ts';
import type { ToImportWorker } from './worker-messages.ts';

/** Kinds under way, each with whether it was asked for again meanwhile. */
const running = new Map<NamesKind, boolean>();

/** Brings the names of a kind up to date in a worker, one at a time. */
export function renewNames(kind: NamesKind): void {
  const isRunning = running.has(kind);
  running.set(kind, isRunning);
  if (isRunning) return;
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = () => {
    worker.terminate();
    const again = running.get(kind);
    running.delete(kind);
    if (again) renewNames(kind);
  };
  // One that cannot start stays in the list, so that the failure is not repeated.
  worker.postMessage({ type: 'renew-names', kind } satisfies ToImportWorker);
}
