/**
 * Whether this page is the only one in which a note is edited; it is for as long as it is open. Two would overwrite what is
 * typed in the other.
 */
export function alone(path: string): Promise<boolean> {
  return new Promise((answer) => {
    void navigator.locks.request(`sleevenotes-writing ${path}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock && new Promise(() => undefined);
    });
  });
}
