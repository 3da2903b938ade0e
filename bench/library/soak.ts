/** `npm run soak:library`: the library's browser test of many tiny files, with 100,000 of them. Needs a build. */
import { spawnSync } from 'node:child_process';
import { tool } from '../../scripts/programs.mjs';

const { status } = spawnSync(
  ...tool('@playwright/test', 'test', '--project=chromium', 'tests/browser/library.spec.ts', '-g', 'tiny files'),
  { stdio: 'inherit', env: { ...process.env, SLEEVENOTES_CRUMBS: '100000' } },
);
process.exitCode = status ?? 1;
