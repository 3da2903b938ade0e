import { browser } from 'wxt/browser';
import type { OpenAnswer } from '../messaging/background-messages.ts';
import { openPanel, openPanelTab } from './side-panel.ts';

/** Opens the panel from an extension page (popup, options). */
export interface PanelOpener {
  /** Call it directly in the click handler, before any `await`: the browser wants the viewer's gesture. */
  open(): Promise<OpenAnswer['result']>;
  /** For browsers that show no side panel: the same panel as a tab. */
  openTab(): Promise<void>;
}

/** Make it when the page loads: it must know the window before the click. */
export function createPanelOpener(): PanelOpener {
  let windowId: number = browser.windows.WINDOW_ID_CURRENT;
  void browser.windows.getCurrent().then((current) => {
    windowId = current.id ?? windowId;
  });
  return {
    open: () => openPanel(windowId),
    async openTab() {
      const [tab] = await browser.tabs.query({ active: true, windowId });
      if (tab?.id !== undefined) await openPanelTab(tab.id);
    },
  };
}
