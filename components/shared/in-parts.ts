/** How long the work may hold up the page at a time, in milliseconds: half a frame. */
const PART_MS = 8;

/**
 * Does long work in parts, between two of which the page can answer. The first part is done at once, so that what is soon done
 * is done when this returns.
 * @param work Yields wherever it may be interrupted, every millisecond or so.
 * @returns Stops it; `done` is not called after that.
 */
export function inParts<T>(work: Iterator<unknown, T>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = () => {
    const end = performance.now() + PART_MS;
    do {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(go);
  };
  go();
  return () => clearTimeout(timer);
}
