import { browser } from 'wxt/browser';
import type { OpenAnswer } from '../messaging/background-messages.ts';
import { hasPanel } from './panel-presence.ts';

/** Firefox's counterpart, which is missing in the types of `wxt/browser`. */
interface Firefox {
  readonly sidebarAction?: { open(): Promise<void>; toggle(): Promise<void> };
}

/** `undefined` in Firefox. */
const sidePanel = browser.sidePanel as typeof browser.sidePanel | undefined;
const { sidebarAction } = browser as unknown as Firefox;

/** Whether this browser shows panels beside a page. Firefox for Android shows none, and gets the notes as a tab. */
export const hasPanels = sidePanel !== undefined || sidebarAction !== undefined;

/** The panel's page; WXT names it after its entrypoint. */
const PANEL_PAGE = '/sidepanel.html';

/** How long a browser may take to show a panel it has accepted to open. Chromium needs about 100 ms. */
const SHOWN_WITHIN_MS = 1500;

/**
 * Opens the panel of a window. The browser is called before anything else happens: it accepts this only as the first
 * thing within a viewer's gesture. Then checks that a panel really opened, because Arc accepts and shows nothing.
 */
export async function openPanel(windowId: number): Promise<OpenAnswer['result']> {
  try {
    if (!sidePanel) {
      await sidebarAction?.open();
      return 'shown';
    }
    await sidePanel.open({ windowId });
  } catch {
    return 'nothing-shown';
  }
  for (const end = Date.now() + SHOWN_WITHIN_MS; Date.now() < end; ) {
    if (await hasPanel(windowId)) return 'shown';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'nothing-shown';
}

/** Opens the panel of a window, or closes it when it is open. Call it first thing in a gesture, too. */
export async function togglePanel(windowId: number): Promise<void> {
  if (!sidePanel) return sidebarAction?.toggle();
  // Both calls are made before the first answer: it reports the state before, and the user gesture is still valid.
  const wasOpen = hasPanel(windowId);
  const opened = sidePanel.open({ windowId }).catch(() => undefined);
  if (await wasOpen) await sidePanel.close?.({ windowId });
  await opened;
}

/** The panel as a tab beside the video's tab, following that tab. */
export async function openPanelTab(tabId: number): Promise<void> {
  await browser.tabs.create({ url: `${PANEL_PAGE}?tab=${tabId}`, openerTabId: tabId });
}
