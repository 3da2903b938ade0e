import { browser } from 'wxt/browser';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { forgetPrivateMarks } from '../marks/private-marks.ts';
import { answerMessages } from '../messaging/answer-messages.ts';
import {
  type MarkAnswer,
  type NoteAnswer,
  type OpenAnswer,
  readToBackground,
} from '../messaging/background-messages.ts';
import { putScriptsInOpenTabs } from '../tab/put-scripts.ts';
import type { BackgroundMarks } from './background-marks.ts';
import { hasPanels, openPanel, openPanelTab, togglePanel } from './side-panel.ts';

/** WXT names it after its entrypoint. */
const WELCOME_PAGE = '/welcome.html';

export interface BackgroundTexts {
  /** Title of the toolbar button on a video with a note. */
  readonly hasNote: string;
  /** The same where a newer version of the extension has made the library. */
  readonly newer: string;
}

interface TabAddress {
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/**
 * Everything the background does. It holds no state, so the service worker may stop at any time: each answer is
 * derived from the message and the browser. All listeners are added synchronously, or events would not start the worker.
 */
export function serveBackground(
  hasNote: (videoId: VideoId) => Promise<boolean | 'newer'>,
  marks: BackgroundMarks,
  texts: BackgroundTexts,
  opensSoon: (videoId: VideoId) => Promise<void>,
): void {
  answerMessages((data, sender): Promise<NoteAnswer | OpenAnswer | MarkAnswer> | undefined => {
    const message = readToBackground(data);
    const { id: tabId, windowId } = sender.tab ?? {};
    if (!message || tabId === undefined || windowId === undefined) return;
    switch (message.type) {
      case 'video':
        return answerVideo(tabId, message.videoId);
      case 'open-panel':
        return open(tabId, windowId, sender.tab);
      case 'open-tab':
        void openPanelTab(tabId);
        return;
      case 'mark': {
        const { title, ...pressed } = message;
        return marks.keep(pressed, title, sender.tab?.incognito ? windowId : null).then((at) => ({ at }));
      }
    }
  });

  /** The panel's own call comes first: the browser accepts it only as the first thing within a gesture. */
  async function open(tabId: number, windowId: number, tab: TabAddress | undefined): Promise<OpenAnswer> {
    const opening = hasPanels ? openPanel(windowId) : openPanelTab(tabId).then(() => 'shown' as const);
    announceOpening(tab);
    return { result: await opening };
  }

  function announceOpening(tab: TabAddress | undefined): void {
    // In a private window the viewer is asked first.
    if (!tab?.url || tab.incognito) return;
    const videoId = toVideoId(new URL(tab.url).searchParams.get('v') ?? '');
    if (videoId) void opensSoon(videoId);
  }

  async function answerVideo(tabId: number, text: string | null): Promise<NoteAnswer> {
    const videoId = text === null ? null : toVideoId(text);
    const [found, markKey] = await Promise.all([videoId !== null && hasNote(videoId), marks.key()]);
    const title = found === 'newer' ? texts.newer : found ? texts.hasNote : '';
    // The tab may be closed by now, which is no error.
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId, text: found === 'newer' ? '!' : found ? '♪' : '' }),
      browser.action.setTitle({ tabId, title }),
      ...(found ? [browser.action.setBadgeBackgroundColor({ tabId, color: '#7a5c00' })] : []),
    ]);
    return { note: found === true, newer: found === 'newer', markKey };
  }

  /** While developing, the extension is installed at every start: then the page opens behind the one being worked on. */
  async function openWelcome(): Promise<void> {
    const { installType } = await browser.management.getSelf();
    await browser.tabs.create({ url: WELCOME_PAGE, active: installType !== 'development' });
  }

  // A phone has no windows.
  (browser.windows as typeof browser.windows | undefined)?.onRemoved.addListener((windowId) => {
    void forgetPrivateMarks(windowId);
  });

  // A phone has no keys.
  (browser.commands as typeof browser.commands | undefined)?.onCommand.addListener((command, tab) => {
    if (command !== 'toggle-panel' || tab?.windowId === undefined) return;
    void togglePanel(tab.windowId);
    announceOpening(tab);
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void putScriptsInOpenTabs();
    // Once: updates of extension and browser have other reasons.
    if (reason === 'install') void openWelcome();
  });
  // Firefox: a viewer may grant the hosts later.
  browser.permissions.onAdded.addListener(() => void putScriptsInOpenTabs());
}
