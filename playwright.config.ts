import { defineConfig } from '@playwright/test';

/** Real browsers with the built extension. `npm run test:chromium` and `npm run test:firefox` build first. */
export default defineConfig({
  testDir: 'tests/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  outputDir: 'artifacts/browser',
  snapshotPathTemplate: 'tests/browser/pictures/{arg}{ext}',
  projects: [
    { name: 'chromium', testMatch: '*.spec.ts', testIgnore: 'firefox/**' },
    { name: 'firefox', testMatch: 'firefox/*.spec.ts' },
  ],
});
