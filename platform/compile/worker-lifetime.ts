/**
 * How a page knows that a worker has died: a worker that is killed, or runs out of memory, fires no event, but the
 * browser frees the locks it held. The worker holds a lock of this name for as long as it lives.
 */
export function holdLifeLine(name: string): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => undefined);
    });
  });
}

/** Calls back once the worker behind the name is gone. Call it only after the worker said that it holds its line. */
export function onceDead(name: string, callback: () => void): () => void {
  const stop = new AbortController();
  navigator.locks.request(name, { signal: stop.signal }, callback).catch(() => undefined);
  return () => stop.abort();
}
