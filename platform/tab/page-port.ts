import { browser } from 'wxt/browser';
import { videoOf } from '../../core/session/session.ts';
import { momentInAddress, readVideoAddress, watchAddress } from '../../core/video/video-address.ts';
import { readFromPage } from '../messaging/from-page.ts';
import { logOnce } from '../messaging/parse.ts';
import type { PageEvent, PagePort, PageState, Unsubscribe } from '../ports.ts';
import { createSettingsPort } from '../storage/settings.ts';
import { YOUTUBE_PAGES } from '../youtube/pages.ts';
import { createCommands } from './commands.ts';
import { createConnection } from './connection.ts';
import { createExtrapolatedClock } from './extrapolated-clock.ts';
import { activeTab, type FollowedTab, followTab, type TabFollower } from './follow-tab.ts';
import { hasWindows } from './own-window.ts';

/** The page in the followed tab: its events, and commands to it. */
export function createPagePort(): PagePort {
  const listeners = new Set<(event: PageEvent) => void>();
  let page: PageState = { kind: 'elsewhere' };
  /** Whether a `page` event has been sent: before that, nothing is known. */
  let known = false;
  /** Whether the page has sent nothing since the browser started to load something in the tab. */
  let silent = false;
  let latest: { clock: PageEvent | null; evidence: PageEvent | null; asking: PageEvent | null } = {
    clock: null,
    evidence: null,
    asking: null,
  };
  let follower: TabFollower | null = null;
  let forgetKeys: Unsubscribe = () => {};
  const settings = createSettingsPort();
  const extrapolated = createExtrapolatedClock((reading) => emit({ type: 'clock', reading }));
  const connection = createConnection({
    onOpen: () => commands.repeat(),
    onMessage: hear,
    onLost() {
      // The same address was opened again, which begins at its moment again.
      seen.delete(follower?.tabId());
      follower?.look();
    },
    onNoAnswer() {
      const videoId = videoOf(page);
      emit({ type: 'page', page: videoId ? { kind: 'no-answer', videoId } : { kind: 'no-video' } });
    },
  });
  const commands = createCommands(connection, settings);

  function emit(event: PageEvent): void {
    if (event.type === 'page') {
      if (known && JSON.stringify(event.page) === JSON.stringify(page)) return;
      if (videoOf(event.page) !== videoOf(page)) {
        latest = { clock: null, evidence: null, asking: null };
        extrapolated.stop();
      }
      page = event.page;
      known = true;
    } else if (event.type === 'evidence') latest.evidence = event;
    else if (event.type === 'asking') latest.asking = event;
    else if (event.type === 'clock') latest.clock = event;
    for (const listener of [...listeners]) listener(event);
  }

  function hear(data: unknown): void {
    silent = false;
    const message = readFromPage(data);
    if (!message) {
      logOnce('a message of the wrong form from a page');
      return;
    }
    if (message.type === 'sought') {
      commands.hear(message);
      return;
    }
    // Messages in transit when the page changed are about the previous video.
    if (message.type !== 'page' && message.type !== 'selection') {
      const about = message.type === 'clock' ? message.reading.videoId : message.videoId;
      if (about !== videoOf(page)) return;
    }
    if (message.type === 'clock') extrapolated.from(message.reading, message.at);
    else emit(message);
  }

  function disconnect(): void {
    extrapolated.stop();
    connection.close();
    commands.giveUp();
  }

  function onTab(tab: FollowedTab | null, allowed: boolean): void {
    disconnect();
    // Without the permission for its host the browser hides a tab's address: then it is not YouTube.
    const address = readVideoAddress(tab?.url ?? '');
    if (tab === null || address.kind === 'elsewhere') {
      if (tab) seen.set(tab.id, tab.url);
      emit({ type: 'page', page: { kind: allowed ? 'elsewhere' : 'no-permission' } });
      return;
    }
    const videoId = address.kind === 'video' ? address.videoId : null;
    // Sent at once, so that the previous tab's note disappears before this page answers.
    const isOpening = !known;
    if (videoId !== videoOf(page) || isOpening) {
      emit({ type: 'page', page: videoId ? { kind: 'video', videoId, title: null } : { kind: 'no-video' } });
    }
    arrive(tab.id, tab.url, isOpening);
    connection.open(tab.id);
  }

  function onUpdate(change: { readonly url?: string; readonly status?: string }, url: string): void {
    const look = () => follower?.look();
    // A port to a document being unloaded may close without an event: retry one that stays silent.
    if (change.status === 'loading' || change.url !== undefined) {
      silent = true;
      // Reloaded because it did not answer: the new document does long before it is complete.
      if (page.kind === 'no-answer') look();
    } else if (change.status === 'complete' && silent) look();
    const address = readVideoAddress(url);
    if (address.kind === 'elsewhere' || !connection.isOpen()) {
      if (change.url !== undefined || change.status === 'complete') look();
    } else if (change.url !== undefined && address.kind === 'video') {
      // The browser may report an in-page navigation before YouTube fires its event.
      if (address.videoId !== videoOf(page))
        emit({ type: 'page', page: { kind: 'video', videoId: address.videoId, title: null } });
      arrive(follower?.tabId(), url, false);
    }
  }

  /** By tab, where it was seen last: to come back to a tab is not to be sent to its moment once more. */
  const seen = new Map<number | undefined, string>();
  /** @param isOpening Whether our page has just opened: then the reader goes on where they were. */
  function arrive(tabId: number | undefined, url: string, isOpening: boolean): void {
    if (seen.get(tabId) === url) return;
    seen.set(tabId, url);
    const [videoId, to] = [videoOf(page), momentInAddress(url)];
    if (!isOpening && videoId && to !== null) emit({ type: 'sent', videoId, to });
  }

  function start(): void {
    follower = followTab({ onTab, onUpdate });
    forgetKeys = settings.subscribe(({ keys }) => connection.post({ type: 'keys', ...keys }));
  }

  function stop(): void {
    follower?.stop();
    follower = null;
    forgetKeys();
    disconnect();
    known = false;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!follower) start();
      if (known) {
        listener({ type: 'page', page });
        if (latest.evidence) listener(latest.evidence);
        if (latest.asking) listener(latest.asking);
        if (latest.clock) listener(latest.clock);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    async seek(videoId, time) {
      const result = await commands.seek(videoId, time);
      // Without windows the page is not in sight beside these notes, and pauses until it is.
      const tabId = follower?.tabId();
      if (result.ok && !hasWindows && tabId !== undefined) void browser.tabs.update(tabId, { active: true });
      return result;
    },
    askCaptions: commands.askCaptions,
    setMarkers: commands.setMarkers,
    setPlaying: commands.setPlaying,
    async allow() {
      await browser.permissions.request({ origins: [...YOUTUBE_PAGES] });
    },
    reload() {
      const tabId = follower?.tabId();
      // The tab may be closed by now, which is reported elsewhere.
      if (tabId !== undefined) browser.tabs.reload(tabId).catch(() => {});
    },
    async open(videoId, time) {
      if (videoOf(page) === videoId && page.kind === 'video') {
        if (time !== null) await commands.seek(videoId, time);
        return;
      }
      const url = watchAddress(videoId, time);
      const tabId = follower?.tabId() ?? (await activeTab(undefined))?.id;
      if (tabId === undefined) await browser.tabs.create({ url });
      else await browser.tabs.update(tabId, { url });
    },
  };
}
