/** Milliseconds between two calls: fast enough for any viewer, and far fewer than a page can fire events. */
const REST_MS = 20;

/**
 * The same function, called at once and then again only after a rest, with what was given last. What a page makes us do reaches
 * the panel as a message each time: thousands of them would keep it from answering.
 */
export function rarely<Given extends readonly unknown[]>(work: (...given: Given) => void): (...given: Given) => void {
  let isResting = false;
  let due: Given | null = null;
  return function run(...given) {
    due = isResting ? given : null;
    if (isResting) return;
    isResting = true;
    work(...given);
    setTimeout(() => {
      isResting = false;
      if (due) run(...due);
    }, REST_MS);
  };
}
