import type { OpenAnswer } from '../messaging/background-messages.ts';
import { activeTab } from '../tab/follow-tab.ts';
import { ownWindow } from '../tab/own-window.ts';
import { hasPanels, openPanel, openPanelTab } from './side-panel.ts';

/** The browser's own number for "this one". */
const WINDOW_ID_CURRENT = -2;

/** Opens the panel from an extension page (popup, options). */
export interface PanelOpener {
  /**
   * Call it directly in the click handler, before any `await`: the browser wants the viewer's gesture. Where there are no
   * panels, it opens a tab.
   */
  open(): Promise<OpenAnswer['result']>;
  /** The same panel as a tab, for browsers that accept to open a side panel and show none. */
  openTab(): Promise<void>;
}

/** Create it when the page loads, because it needs the window before the click. */
export function createPanelOpener(): PanelOpener {
  let windowId: number | undefined;
  void ownWindow().then((current) => {
    windowId = current?.id;
  });
  async function openTab(): Promise<void> {
    const tab = await activeTab(windowId);
    if (tab?.id !== undefined) await openPanelTab(tab.id);
  }
  return {
    async open() {
      if (hasPanels) return openPanel(windowId ?? WINDOW_ID_CURRENT);
      await openTab();
      return 'shown';
    },
    openTab,
  };
}
