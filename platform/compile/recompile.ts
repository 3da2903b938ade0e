import type { Recompile } from '../store/read-notes.ts';

/** Loaded when a stored note has to be compiled again, which is seldom. */
export const recompile: Recompile = async (record, file) =>
  (await import('./recompile-in-worker.ts')).recompileInWorker(record, file);
