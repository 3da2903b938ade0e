import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Runs git in a checkout; returns its output. Throws when git fails. */
export function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Whether a folder is a git checkout, rather than unpacked sources. */
export const isCheckout = (root: string) => existsSync(join(root, '.git'));

/** A commit's files as a zip: nothing that is not committed can get in. */
export function zipOfCommit(root: string, commit: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    execFileSync('git', ['archive', '--format=zip', '-9', commit], { cwd: root, maxBuffer: 200 * 1024 * 1024 }),
  );
}
