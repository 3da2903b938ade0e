import { browser } from 'wxt/browser';

/** `undefined` in Firefox for Android, which has one window and no API for it. */
const windows = browser.windows as typeof browser.windows | undefined;

/** Whether the browser has windows with tabs in them, and so more than one page in sight. */
export const hasWindows = windows !== undefined;

/** The window that this page is in; `null` where there are none. */
export async function ownWindow() {
  return (await windows?.getCurrent()) ?? null;
}
