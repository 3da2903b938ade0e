import { defineConfig } from '@playwright/test';

/** Real browsers with the built extension. `npm run test:chromium` and `npm run test:firefox` build first. */
export default defineConfig({
  testDir: 'tests/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  snapshotPathTemplate: 'tests/browser/pictures/{arg}{ext}',
  // Each with its own output, so that one run does not remove what the other says of its failures.
  projects: [
    { name: 'chromium', testMatch: '*.spec.ts', testIgnore: 'firefox/**', outputDir: 'artifacts/chromium' },
    { name: 'firefox', testMatch: 'firefox/*.spec.ts', outputDir: 'artifacts/firefox' },
  ],
});
