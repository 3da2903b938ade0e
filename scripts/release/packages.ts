import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, tool } from '../programs.mjs';
import { cleanEnvironment } from './clean-environment.ts';
import { isCheckout, zipOfCommit } from './sources.ts';
import { unzipTo, zipFolder } from './zip.ts';

/** Names of the packages by WXT's names of the builds. */
export const PACKAGES = { chrome: 'chromium', firefox: 'firefox' } as const;
export type Browser = keyof typeof PACKAGES;

/** Builds the extension in a folder of sources, in a clean environment, and zips the output. */
export async function buildPackage(folder: string, browser: Browser): Promise<Uint8Array> {
  const { status, stdout, stderr } = spawnSync(...tool('wxt', 'build', '-b', browser), {
    cwd: folder,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The ${browser} build failed.\n${stdout}\n${stderr}`);
  return zipFolder(join(folder, '.output', `${browser}-mv3`));
}

/** Builds the packages of a project's folder; returns each by its file name. */
export async function packagesOf(
  root: string,
  browsers: readonly Browser[],
  commit = 'HEAD',
): Promise<ReadonlyMap<string, Uint8Array>> {
  const packages = new Map<string, Uint8Array>();
  const buildAll = async (folder: string) => {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const name = (of: string) => `sleevenotes-${version}-${of}.zip`;
    for (const browser of browsers) packages.set(name(PACKAGES[browser]), await buildPackage(folder, browser));
    return name;
  };
  if (!isCheckout(root)) {
    await buildAll(root);
    return packages;
  }
  const sources = zipOfCommit(root, commit);
  const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-sources-'));
  try {
    await unzipTo(sources, folder);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    packages.set((await buildAll(folder))('sources'), sources);
    return packages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Empties a folder and writes packages into it; returns their checksums in the format of `sha256sum --check`. */
export function writePackages(folder: string, packages: ReadonlyMap<string, Uint8Array>): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of packages) writeFileSync(join(folder, name), bytes);
  return [...packages].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
}
