let running = false;

/** Indexes the names of own notes again, in a worker: once a page, for it is no use to fail again and again. */
export function renewNames(): void {
  if (running) return;
  running = true;
  new Worker(new URL('./names.worker.ts', import.meta.url), { type: 'module' });
}
