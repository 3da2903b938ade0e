import { isPrivate } from './private-window.ts';

/** Synchronous storage that survives any end of the page; `null` in a private window, or where it is unavailable. */
export async function lastingStorage(): Promise<Storage | null> {
  if (await isPrivate()) return null;
  try {
    return localStorage;
  } catch {
    return null;
  }
}
