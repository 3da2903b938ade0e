import { browser } from 'wxt/browser';
import { PAGE_PORT, type ToPage } from '../messaging/page-messages.ts';
import { putScripts } from './put-scripts.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** A content script answers within milliseconds; a page that is still loading gets this long before a message is shown. */
export const ANSWER_WITHIN_MS = 2500;
const RETRY_AFTER_MS = [100, 300, 800, 1500];

export interface ConnectionListener {
  /** The first message of the page has arrived: messages can be sent to it. */
  onOpen(): void;
  onMessage(data: unknown): void;
  /** The document went away: a navigation that loads a page, a reload, a closed tab or an update of ours. */
  onLost(): void;
  /** No content script answers in this tab. */
  onNoAnswer(): void;
}

/** The port to the content script of one tab at a time. */
export interface Connection {
  /** Connects to a tab in place of the one before, trying again while it loads. */
  open(tabId: number): void;
  close(): void;
  isOpen(): boolean;
  /** Resolves with the page's first message, or at the timeout. */
  ready(): Promise<void>;
  /** Whether a page was connected to send it to. */
  post(message: ToPage): boolean;
}

export function createConnection({ onOpen, onMessage, onLost, onNoAnswer }: ConnectionListener): Connection {
  let port: Port | null = null;
  let trying: AbortController | null = null;
  const waiting: (() => void)[] = [];

  function close(): void {
    trying?.abort();
    trying = null;
    port?.disconnect();
    port = null;
  }

  async function connect(tabId: number, signal: AbortSignal): Promise<void> {
    for (const [attempt, pause] of RETRY_AFTER_MS.entries()) {
      if (await listen(tabId, signal)) return;
      if (signal.aborted) return;
      if (attempt === 1) await putScripts(tabId);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted) return;
    }
    onNoAnswer();
  }

  /** Connects to the tab; true once the content script has answered. */
  function listen(tabId: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const made = browser.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
      const deaf = setTimeout(() => {
        made.disconnect();
        resolve(false);
      }, ANSWER_WITHIN_MS);
      made.onMessage.addListener((data: unknown) => {
        if (signal.aborted) return;
        clearTimeout(deaf);
        if (port !== made) {
          port = made;
          for (const go of waiting.splice(0)) go();
          onOpen();
        }
        onMessage(data);
        resolve(true);
      });
      made.onDisconnect.addListener(() => {
        clearTimeout(deaf);
        // Reading it keeps Chromium from logging an error for a tab without our script.
        void browser.runtime.lastError;
        resolve(false);
        if (signal.aborted || port !== made) return;
        port = null;
        onLost();
      });
      signal.addEventListener('abort', () => made.disconnect(), { once: true });
    });
  }

  return {
    open(tabId) {
      close();
      trying = new AbortController();
      void connect(tabId, trying.signal);
    },
    close,
    isOpen: () => port !== null,
    ready() {
      if (port) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, ANSWER_WITHIN_MS);
      });
    },
    post(message) {
      port?.postMessage(message);
      return port !== null;
    },
  };
}
