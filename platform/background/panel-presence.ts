import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { answerMessages } from '../messaging/answer-messages.ts';
import { parseWith } from '../messaging/parse.ts';
import { ownWindow } from '../tab/own-window.ts';

/** Query to every extension page: is one of you the panel of this window? Only that panel answers (with true). */
const readQuery = parseWith(v.object({ type: v.literal('panel?'), windowId: v.number() }));

/**
 * Answers for the panel of this window; the panel's entrypoint calls it once. The browser itself could not say:
 * `runtime.getContexts` reports every side panel with window id -1 (Chromium 156).
 */
export function announcePanel(): void {
  // A panel in a tab is not the side panel, which the viewer may want, too.
  if (new URLSearchParams(location.search).has('tab')) return;
  const here = ownWindow();
  answerMessages((data): Promise<true> | undefined => {
    const query = readQuery(data);
    if (!query) return;
    // Panels of other windows never answer, so only the right one's answer arrives.
    return here.then((own) => (own?.id === query.windowId ? true : new Promise<never>(() => {})));
  });
}

/** Whether the panel of the window is open now. */
export async function hasPanel(windowId: number): Promise<boolean> {
  const silence = new Promise<false>((resolve) => setTimeout(() => resolve(false), 300));
  // Rejected when no extension page is open.
  const answer = browser.runtime.sendMessage({ type: 'panel?', windowId }).catch(() => false);
  return (await Promise.race([answer, silence])) === true;
}
