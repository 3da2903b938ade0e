import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from './chromium.ts';

/** On the browser's page of extensions, and in the service worker. */
declare const chrome: {
  readonly developerPrivate: {
    updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(what: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
  readonly windows: { create(what: { incognito: boolean; url: string }): Promise<unknown> };
};

/** A tab in a private window, in which the viewer has allowed the extension. */
export async function privatePage(browser: ChromiumWithExtension): Promise<Page> {
  const extensions = await browser.open('chrome://extensions/');
  const started = browser.context.waitForEvent('serviceworker');
  await extensions.evaluate(async (extensionId) => {
    // Otherwise the browser does not re-enable an extension from a folder.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, new URL(browser.origin).host);
  const worker = await started;
  const opened = browser.context.waitForEvent('page');
  await worker.evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' }));
  return opened;
}
