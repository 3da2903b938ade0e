import { defineConfig } from '@playwright/test';

/** Real browsers with the built extension. `npm run test:chromium` and `npm run test:firefox` build first. */
export default defineConfig({
  testDir: 'tests/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The two browsers side by side, each with one test at a time: most of their time is waiting.
  workers: 2,
  forbidOnly: !!process.env.CI,
  retries: 0,
  snapshotPathTemplate: 'tests/browser/pictures/{arg}{ext}',
  // Each with its own output, so that one run does not remove what the other says of its failures.
  projects: [
    { name: 'chromium', workers: 1, testMatch: '*.spec.ts', testIgnore: 'firefox/**', outputDir: 'artifacts/chromium' },
    { name: 'firefox', workers: 1, testMatch: 'firefox/*.spec.ts', outputDir: 'artifacts/firefox' },
  ],
});
