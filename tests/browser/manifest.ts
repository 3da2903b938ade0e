import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/**
 * Compares the build's whole manifest with the agreed one, so that no permission, host or page is added unnoticed. To change it
 * on purpose, change the file in `tests/browser/manifests` and say why.
 */
export function expectAgreedManifest(browser: 'chrome' | 'firefox'): void {
  const { version } = read('../../package.json') as { readonly version: string };
  const agreed = read(`manifests/${browser}.json`) as object;
  expect(read(`../../.output/${browser}-mv3/manifest.json`)).toEqual({ ...agreed, version });
}
