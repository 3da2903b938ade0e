import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, tool } from './programs.mjs';

/** Builds the extension for a browser; returns the folder of the unpacked build. Throws with the build's output. */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  const { status, stdout, stderr } = spawnSync(...tool('wxt', 'build', '-b', browser), { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The ${browser} build failed.\n${stdout}\n${stderr}`);
  return join(ROOT, '.output', `${browser}-mv3`);
}
