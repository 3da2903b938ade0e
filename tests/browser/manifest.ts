import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/**
 * The build's whole manifest is what we agreed to, so that no permission, host or page creeps in unseen. Who changes it
 * on purpose changes the file in `tests/browser/manifests` and says why.
 */
export function expectAgreedManifest(browser: 'chrome' | 'firefox'): void {
  const { version } = read('../../package.json') as { readonly version: string };
  const agreed = read(`manifests/${browser}.json`) as object;
  expect(read(`../../.output/${browser}-mv3/manifest.json`)).toEqual({ ...agreed, version });
}
