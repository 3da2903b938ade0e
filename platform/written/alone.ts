import type { WrittenNote } from '../../core/library/written-note.ts';

/**
 * Whether this page is the only one in which a note is edited; it is for as long as it is open. Two would overwrite what is
 * typed in the other.
 */
export function alone({ source, path }: Pick<WrittenNote, 'source' | 'path'>): Promise<boolean> {
  return new Promise((answer) => {
    void navigator.locks.request(`sleevenotes-writing ${source} ${path}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock && new Promise(() => undefined);
    });
  });
}
