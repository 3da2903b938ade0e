import { browser } from 'wxt/browser';
import { ownWindow } from '../tab/own-window.ts';

/** Whether this page belongs to a private window, where nothing may be stored. */
export async function isPrivate(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  // In "spanning" mode the flag is false even beside a private window, so the window itself is checked.
  const current = await ownWindow().catch(() => null);
  return current?.incognito === true;
}
