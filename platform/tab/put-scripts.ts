import { browser } from 'wxt/browser';
import { YOUTUBE_PAGES } from '../youtube/pages.ts';

/** As WXT names them after their entrypoints. */
const PLAYER_SCRIPT = '/content-scripts/youtube-player.js';
const PAGE_SCRIPT = '/content-scripts/youtube.js';

/**
 * Puts the content scripts into a tab that was opened before the extension was (or before its update). Harmless where
 * they are already. Returns whether the browser let us.
 */
export async function putScripts(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [PLAYER_SCRIPT], world: 'MAIN' });
    await browser.scripting.executeScript({ target: { tabId }, files: [PAGE_SCRIPT] });
    return true;
  } catch {
    // No permission for the tab, an error page, or a tab that closed meanwhile.
    return false;
  }
}

/** The same for every YouTube tab there is. */
export async function putScriptsInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...YOUTUBE_PAGES] });
  await Promise.all(tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [putScripts(id)])));
}
