/**
 * How the content script and the page-world script talk: the content script dispatches {@link ASK} on the document,
 * the page-world script answers within that very dispatch with {@link TELL}. Both carry a JSON string, the only kind
 * of detail that crosses the worlds of Chromium and Firefox alike. An answer counts only while a question is open, so
 * events that the page dispatches by itself are ignored. The number changes with the protocol: after an update the
 * old page-world script is still there and must not answer the new content script.
 */
export const ASK = 'sleevenotes:ask:1';
export const TELL = 'sleevenotes:tell:1';

/**
 * Asked by newer content scripts and by the page-world script: "is the extension behind what was drawn still there?"
 * A living content script calls preventDefault().
 */
export const ALIVE = 'sleevenotes:alive';

/** Marks every element we put into the page, so that any remaining script can remove it. */
export const DRAWN = 'data-sleevenotes';

export type Question =
  | { readonly ask: 'clock' }
  | { readonly ask: 'facts'; readonly id: string }
  | { readonly ask: 'seek'; readonly id: string; readonly time: number }
  /** From now on check that the content script is alive, and remove what it drew when it is not. */
  | { readonly ask: 'guard' };
