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
    // No permission for the tab, an error page, or a tab that has been closed.
    return false;
  }
}

/** Some viewers have hundreds: all at once would wake as many processes. */
const AT_ONCE = 8;
/** A frozen tab answers only when it is activated; the others do not wait for it. */
const PATIENCE_MS = 2000;

/** The same for every YouTube tab there is, those that are looked at first. */
export async function putScriptsInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...YOUTUBE_PAGES] });
  const inOrder = tabs.toSorted((a, b) => Number(b.active) - Number(a.active));
  const waiting = inOrder.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id]));
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await Promise.race([putScripts(id), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
