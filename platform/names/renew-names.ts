let running = false;

/** Indexes the names of own notes again, in a worker; at most once per page, so that a failure is not repeated. */
export function renewNames(): void {
  if (running) return;
  running = true;
  new Worker(new URL('./names.worker.ts', import.meta.url), { type: 'module' });
}
