/**
 * The interface to a browser for the situations of docs/youtube.md, so that each is written once and runs in Chromium and
 * Firefox: a tab on the stand-in site and the real panel (side panel or sidebar) beside it.
 */
export interface World {
  /** Loads an address in the tab the panel follows. */
  visit(url: string): Promise<void>;
  /** Goes back in the tab's history, as by the browser's button. */
  back(): Promise<void>;
  /** Runs a function in the page's own world. It is sent as text, so it can use only its argument. */
  inPage<T, A = undefined>(work: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** The same in the panel's document. */
  inPanel<T, A = undefined>(work: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Presses a key, as typed by the viewer, in the page. */
  press(key: string): Promise<void>;
  /** Opens another tab in the same window and shows it; `back` closes it again. */
  inOtherTab(url: string, work: () => Promise<void>): Promise<void>;
  /** Disables (or reloads) the extension under the open page. The world cannot be used afterwards. */
  switchOff(): Promise<void>;
  /** Errors and warnings of page and panel since the start. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}
