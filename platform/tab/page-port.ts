import { browser } from 'wxt/browser';
import type { Seconds } from '../../core/time/seconds.ts';
import { readVideoAddress, watchAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { readFromPage } from '../messaging/from-page.ts';
import { PAGE_PORT, type ToPage } from '../messaging/page-messages.ts';
import { logOnce } from '../messaging/parse.ts';
import type { Marker, PageEvent, PagePort, PageState, SeekResult } from '../ports.ts';
import { createSettingsPort } from '../storage/settings.ts';
import { YOUTUBE_PAGES } from '../youtube/pages.ts';
import { createReckoning } from './extrapolated-clock.ts';
import { putScripts } from './put-scripts.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** A content script answers within milliseconds; a page that is just loading gets this long before we say so. */
const ANSWER_WITHIN_MS = 2500;
const RETRY_AFTER_MS = [100, 300, 800, 1500];

/** The active tab of this window, or the tab named in our own address (`?tab=`) when the panel is a tab itself. */
export function createPagePort(): PagePort {
  const listeners = new Set<(event: PageEvent) => void>();
  const asked = new Map<number, (result: SeekResult) => void>();
  /** Commands that came before the page had spoken. */
  const waiting: (() => void)[] = [];
  let asks = 0;
  let page: PageState = { kind: 'elsewhere' };
  let known = false;
  /** Whether the page has said nothing since the browser began to load something in the tab. */
  let silent = false;
  let latest: { clock: PageEvent | null; evidence: PageEvent | null } = { clock: null, evidence: null };
  let markers: { videoId: VideoId; markers: readonly Marker[] } | null = null;
  const reckoning = createReckoning((reading) => emit({ type: 'clock', reading }));
  let following: { tabId: number; port: Port | null; stop: AbortController } | null = null;
  let stopFollowing: (() => void) | null = null;
  const settings = createSettingsPort();

  function emit(event: PageEvent): void {
    if (event.type === 'page') {
      if (known && JSON.stringify(event.page) === JSON.stringify(page)) return;
      if (videoOf(event.page) !== videoOf(page)) {
        latest = { clock: null, evidence: null };
        reckoning.stop();
      }
      page = event.page;
      known = true;
    } else if (event.type === 'evidence') latest.evidence = event;
    else if (event.type === 'clock') latest.clock = event;
    for (const listener of [...listeners]) listener(event);
  }

  // ── Which tab ─────────────────────────────────────────────────────────────────────────────────

  function startFollowing(): () => void {
    const stop = new AbortController();
    let windowId: number | undefined;
    const fixed = Number(new URLSearchParams(location.search).get('tab')) || null;

    let looks = 0;
    async function followActive(): Promise<void> {
      looks += 1;
      const look = looks;
      const [tab, allowed] = await Promise.all([
        fixed === null ? activeTab(windowId) : browser.tabs.get(fixed).catch(() => undefined),
        browser.permissions.contains({ origins: [YOUTUBE_PAGES[0]] }),
      ]);
      if (look === looks && !stop.signal.aborted) attach(tab?.id, tab?.url, allowed);
    }
    const onPermissions = () => void followActive();

    const onActivated = (active: { tabId: number; windowId: number }) => {
      if (fixed === null && (active.windowId === windowId || windowId === undefined)) void followActive();
    };
    const onUpdated = (tabId: number, change: { url?: string; status?: string }, tab: { url?: string | undefined }) => {
      if (tabId !== following?.tabId) return;
      // A port to a document that is just leaving may die without a word: one that stays silent is tried anew.
      if (change.status === 'loading' || change.url !== undefined) {
        silent = true;
        // Loaded anew because it did not answer: the new document does long before it is complete.
        if (page.kind === 'no-answer') void followActive();
      } else if (change.status === 'complete' && silent) void followActive();
      const address = readVideoAddress(tab.url ?? '');
      if (address.kind === 'elsewhere' || !following.port) {
        if (change.url !== undefined || change.status === 'complete') void followActive();
      } else if (change.url !== undefined && address.kind === 'video' && address.videoId !== videoOf(page)) {
        // The browser may know of an in-page navigation before YouTube has told anyone.
        emit({ type: 'page', page: { kind: 'video', videoId: address.videoId, title: null } });
      }
    };
    const onRemoved = (tabId: number) => {
      if (tabId === following?.tabId) void followActive();
    };

    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    browser.permissions.onAdded.addListener(onPermissions);
    browser.permissions.onRemoved.addListener(onPermissions);
    // Not waited for: a popup shows itself sooner without.
    void followActive();
    void browser.windows.getCurrent().then((current) => {
      windowId = current.id;
    });

    const forgetKeys = settings.subscribe(({ keys }) => post({ type: 'keys', ...keys }));

    return () => {
      stop.abort();
      forgetKeys();
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      browser.permissions.onAdded.removeListener(onPermissions);
      browser.permissions.onRemoved.removeListener(onPermissions);
      detach();
      known = false;
    };
  }

  // ── Its content script ────────────────────────────────────────────────────────────────────────

  function detach(): void {
    reckoning.stop();
    following?.stop.abort();
    following?.port?.disconnect();
    following = null;
    for (const answer of asked.values()) answer({ ok: false, reason: 'no-answer' });
    asked.clear();
  }

  function attach(tabId: number | undefined, url: string | undefined, allowed = true): void {
    detach();
    // Without the permission for its host the browser hides a tab's address: then it is not YouTube.
    const address = readVideoAddress(url ?? '');
    if (tabId === undefined || address.kind === 'elsewhere') {
      following = tabId === undefined ? null : { tabId, port: null, stop: new AbortController() };
      emit({ type: 'page', page: { kind: allowed ? 'elsewhere' : 'no-permission' } });
      return;
    }
    const videoId = address.kind === 'video' ? address.videoId : null;
    // Said at once, so that the previous tab's note is gone before this page answers.
    if (videoId !== videoOf(page) || !known) {
      emit({ type: 'page', page: videoId ? { kind: 'video', videoId, title: null } : { kind: 'no-video' } });
    }
    const stop = new AbortController();
    following = { tabId, port: null, stop };
    void connect(tabId, videoId, stop.signal);
  }

  async function connect(tabId: number, videoId: VideoId | null, signal: AbortSignal): Promise<void> {
    for (const [attempt, pause] of RETRY_AFTER_MS.entries()) {
      if (await listen(tabId, signal)) return;
      if (signal.aborted) return;
      if (attempt === 1) await putScripts(tabId);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted) return;
    }
    emit({ type: 'page', page: videoId ? { kind: 'no-answer', videoId } : { kind: 'no-video' } });
  }

  /** Connects to the tab; true once the content script has spoken. */
  function listen(tabId: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const port = browser.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
      const deaf = setTimeout(() => {
        port.disconnect();
        resolve(false);
      }, ANSWER_WITHIN_MS);
      port.onMessage.addListener((data: unknown) => {
        if (signal.aborted) return;
        clearTimeout(deaf);
        silent = false;
        if (following && following.port !== port) {
          following.port = port;
          for (const go of waiting.splice(0)) go();
          if (markers) post({ type: 'markers', ...markers });
          void settings.read().then(({ keys }) => !signal.aborted && post({ type: 'keys', ...keys }));
        }
        hear(data);
        resolve(true);
      });
      port.onDisconnect.addListener(() => {
        clearTimeout(deaf);
        // Reading it tells Chromium that a tab without our script is expected.
        void browser.runtime.lastError;
        resolve(false);
        if (signal.aborted || following?.port !== port) return;
        following.port = null;
        void afterDisconnect(tabId, signal);
      });
      signal.addEventListener('abort', () => port.disconnect(), { once: true });
    });
  }

  /** The document went away: a navigation that loads a page anew, a reload, a closed tab or an update of ours. */
  async function afterDisconnect(tabId: number, signal: AbortSignal): Promise<void> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!signal.aborted) attach(tab?.id, tab?.url);
  }

  function hear(data: unknown): void {
    const message = readFromPage(data);
    if (!message) {
      logOnce('a message of the wrong form from a page');
      return;
    }
    if (message.type === 'sought') {
      asked.get(message.ask)?.(message.result);
      asked.delete(message.ask);
      return;
    }
    // What was on its way when the page changed is about a video that is no longer shown.
    if (message.type !== 'page' && message.type !== 'selection') {
      const about = message.type === 'clock' ? message.reading.videoId : message.videoId;
      if (about !== videoOf(page)) return;
    }
    if (message.type === 'clock') reckoning.from(message.reading, message.at);
    else emit(message);
  }

  /** The note may be here before its page has answered: a click made in between waits for it. */
  function connected(): Promise<void> {
    if (following?.port) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      setTimeout(resolve, ANSWER_WITHIN_MS);
    });
  }

  function post(message: ToPage): boolean {
    if (!following?.port) return false;
    following.port.postMessage(message);
    return true;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      stopFollowing ??= startFollowing();
      if (known) {
        listener({ type: 'page', page });
        if (latest.evidence) listener(latest.evidence);
        if (latest.clock) listener(latest.clock);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopFollowing?.();
        stopFollowing = null;
      };
    },

    async seek(videoId, time) {
      await connected();
      const ask = ++asks;
      if (!post({ type: 'seek', ask, videoId, time })) return { ok: false, reason: 'no-answer' };
      return new Promise((resolve) => {
        asked.set(ask, resolve);
        setTimeout(() => {
          if (asked.delete(ask)) resolve({ ok: false, reason: 'no-answer' });
        }, ANSWER_WITHIN_MS);
      });
    },

    setMarkers(videoId, list) {
      markers = { videoId, markers: list };
      post({ type: 'markers', ...markers });
    },

    async allow() {
      await browser.permissions.request({ origins: [...YOUTUBE_PAGES] });
    },

    reload() {
      // The tab may be gone by now, which is said elsewhere.
      if (following) browser.tabs.reload(following.tabId).catch(() => {});
    },

    async open(videoId: VideoId, time: Seconds | null) {
      if (videoOf(page) === videoId && page.kind === 'video') {
        if (time !== null) await this.seek(videoId, time);
        return;
      }
      const url = watchAddress(videoId, time);
      const tabId = following?.tabId ?? (await activeTab(undefined))?.id;
      if (tabId === undefined) await browser.tabs.create({ url });
      else await browser.tabs.update(tabId, { url });
    },
  };
}

async function activeTab(windowId: number | undefined) {
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

function videoOf(page: PageState): VideoId | null {
  return page.kind === 'video' || page.kind === 'no-answer' ? page.videoId : null;
}
