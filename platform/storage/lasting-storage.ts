import { isPrivate } from './private-window.ts';

/** Storage that is written at once and stays when the page ends however; `null` in a private window, or where there is none. */
export async function lastingStorage(): Promise<Storage | null> {
  if (await isPrivate()) return null;
  try {
    return localStorage;
  } catch {
    return null;
  }
}
