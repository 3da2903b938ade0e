import { browser } from 'wxt/browser';
import { YOUTUBE_PAGES } from '../youtube/pages.ts';
import { ownWindow } from './own-window.ts';

export interface FollowedTab {
  readonly id: number;
  /** Empty where the browser withholds it. */
  readonly url: string;
}

export interface TabListener {
  /**
   * This tab is followed from now on, or the same one has to be connected to again; `null` when there is none.
   * @param allowed Whether the browser lets us see YouTube's pages at all.
   */
  onTab(tab: FollowedTab | null, allowed: boolean): void;
  /** The followed tab loads something, has loaded it, or moves to another address within its document. */
  onUpdate(change: { readonly url?: string; readonly status?: string }, url: string): void;
}

export interface TabFollower {
  /** The tab followed at the moment. */
  tabId(): number | undefined;
  /** Finds the tab to follow and calls `onTab`, even when it is the same one. */
  look(): void;
  stop(): void;
}

/** Follows the active tab of this window, or the tab named in our own address (`?tab=`) when the panel is a tab itself. */
export function followTab({ onTab, onUpdate }: TabListener): TabFollower {
  const fixed = Number(new URLSearchParams(location.search).get('tab')) || null;
  let windowId: number | undefined;
  let followed: number | undefined;
  let looks = 0;
  let stopped = false;

  async function find(): Promise<void> {
    looks += 1;
    const mine = looks;
    const [tab, allowed] = await Promise.all([
      fixed === null ? activeTab(windowId) : browser.tabs.get(fixed).catch(() => undefined),
      browser.permissions.contains({ origins: [YOUTUBE_PAGES[0]] }),
    ]);
    if (mine !== looks || stopped) return;
    followed = tab?.id;
    onTab(followed === undefined ? null : { id: followed, url: tab?.url ?? '' }, allowed);
  }

  const look = () => void find();
  const onActivated = (active: { tabId: number; windowId: number }) => {
    if (fixed === null && (active.windowId === windowId || windowId === undefined)) look();
  };
  const onUpdated = (tabId: number, change: { url?: string; status?: string }, tab: { url?: string | undefined }) => {
    if (tabId === followed) onUpdate(change, tab.url ?? '');
  };
  const onRemoved = (tabId: number) => {
    if (tabId === followed) look();
  };

  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  // Not waited for: a popup shows itself sooner without.
  look();
  void ownWindow().then((current) => {
    windowId = current?.id;
  });

  return {
    tabId: () => followed,
    look,
    stop() {
      stopped = true;
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    },
  };
}

/** The active tab of a window, our own if none is named. */
export async function activeTab(windowId: number | undefined) {
  const where = windowId === undefined ? { currentWindow: true } : { windowId };
  const [own, [active]] = await Promise.all([
    browser.tabs.getCurrent().catch(() => undefined),
    browser.tabs.query({ active: true, ...where }),
  ]);
  if (!own || active?.id !== own.id) return active;
  // We are a tab ourselves (Firefox on Android, or opened as one): the tab used before us is meant.
  const others = (await browser.tabs.query(where)).filter(({ id }) => id !== own.id);
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
