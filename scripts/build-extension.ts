import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension for a browser; returns the folder of the unpacked build. Throws with the build's words. */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '-b', browser], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The ${browser} build failed.\n${stdout}\n${stderr}`);
  return `${ROOT}.output/${browser}-mv3`;
}
