import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Runs git in a checkout; returns what it prints. Throws with its words. */
export function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Whether this folder is a checkout, rather than sources that somebody unpacked. */
export const isCheckout = (root: string) => existsSync(join(root, '.git'));

/** A commit's files as a zip: what git keeps, so that nothing can get in that only lies around. */
export function zipOfCommit(root: string, commit: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    execFileSync('git', ['archive', '--format=zip', '-9', commit], { cwd: root, maxBuffer: 200 * 1024 * 1024 }),
  );
}
