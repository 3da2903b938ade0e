import { expect, test } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import { EXTENSION } from './fixtures.ts';
import { expectAgreedManifest } from './manifest.ts';

/** An extension as listed on Chromium's page of extensions. */
interface Installed {
  readonly id: string;
  readonly name: string;
  readonly installWarnings: readonly unknown[];
  readonly manifestErrors: readonly { readonly message: string }[];
  readonly runtimeErrors: readonly unknown[];
}
declare const chrome: {
  readonly developerPrivate: {
    updateProfileConfiguration(change: object): Promise<void>;
    getExtensionsInfo(which: object): Promise<readonly Installed[]>;
    reload(id: string, options: object): Promise<void>;
  };
};

test('the manifest for Chromium requests storage, side panel, scripting and YouTube, and nothing else', () => {
  expectAgreedManifest('chrome');
});

test('Chromium installs the build without a warning or an error', async () => {
  const browser = await launchChromium({ extension: EXTENSION });
  const page = await browser.open('chrome://extensions');
  const told = await page.evaluate(async () => {
    const { developerPrivate } = chrome;
    const ours = async () => (await developerPrivate.getExtensionsInfo({})).find(({ name }) => name === 'Sleevenotes');
    // Chromium reports warnings about a manifest only in developer mode, when it loads it.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload((await ours())?.id ?? '', { failQuietly: true });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return ours();
  });
  await browser.close();
  expect(told).toMatchObject({ installWarnings: [], manifestErrors: [], runtimeErrors: [] });
});
