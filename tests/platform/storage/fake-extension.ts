import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Simulates an extension page in a normal or a private window. Import the tested module afterwards. */
export async function beExtensionPage(incognito: boolean): Promise<void> {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', Object.assign(fakeBrowser, { extension: { inIncognitoContext: false } }));
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({ incognito } as never);
  vi.resetModules();
}

/** Everything in the extension's storage. */
export async function stored(): Promise<unknown[]> {
  return Promise.all([fakeBrowser.storage.sync.get(null), fakeBrowser.storage.local.get(null)]);
}
