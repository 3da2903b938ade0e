import { type Browser, browser } from 'wxt/browser';

/**
 * Answers messages that are sent with `runtime.sendMessage`. The background has the browser's own API, without Mozilla's
 * polyfill: there Chromium takes no promise from a listener, but every browser takes `sendResponse` and `true`.
 * @param answer Returns `undefined` when the message is for another listener. When the promise rejects, the sender gets `null`.
 */
export function answerMessages(
  answer: (data: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener((data: unknown, sender, sendResponse) => {
    const promise = answer(data, sender);
    if (!promise) return;
    promise.then(sendResponse, (error: unknown) => {
      console.warn('Sleevenotes: a message could not be answered', error);
      sendResponse(null);
    });
    return true;
  });
}
