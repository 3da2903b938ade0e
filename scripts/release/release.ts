/**
 * `npm run release -- <version>`: from a clean checkout to everything that a store asks for, in `artifacts/release/`. The
 * branch and the tags change only at the very end; when a step fails or is interrupted, the checkout is as it was.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm, ROOT } from '../programs.mjs';
import { releaseChangelog } from './changelog.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { checkPackageSizes, checkPictures, writeListing } from './listing.ts';
import { PACKAGES, sha256, writePackages } from './packages.ts';
import { git, isCheckout, zipOfCommit } from './sources.ts';
import { homepageWarning, nextSteps } from './steps.ts';
import { checkVersion, compareVersions, withVersion } from './version.ts';
import { unzipTo, zipFolder } from './zip.ts';

const CHANGED = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
const [version = ''] = process.argv.slice(2);
const path = (...names: readonly string[]) => join(ROOT, ...names);
const read = (name: string) => readFileSync(path(name), 'utf8');

/** Runs one of package.json's scripts in a folder and shows its output. */
function runScript(folder: string, ...script: readonly string[]): void {
  console.log(`\n── npm run ${script.join(' ')}`);
  const { status } = spawnSync(...npm('run', '--silent', ...script), {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`“npm run ${script[0]}” failed, so nothing is released.`);
}

/** Commits and tags carry the author's name where git knows none, as on a fresh machine. */
function nameCommitter({ author, homepage }: { readonly author: string; readonly homepage: string }): void {
  try {
    for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) git(ROOT, 'var', who);
  } catch {
    const email = `release@${new URL(homepage).hostname}`;
    console.log(`! git knows no name here, so the commit and the tag are by ${author} <${email}>.`);
    for (const role of ['AUTHOR', 'COMMITTER']) {
      process.env[`GIT_${role}_NAME`] = author;
      process.env[`GIT_${role}_EMAIL`] = email;
    }
  }
}

function checkStart(): void {
  if (!isCheckout(ROOT)) throw new Error('A release is made in a git checkout.');
  const changes = git(ROOT, 'status', '--porcelain');
  if (changes !== '') throw new Error(`The checkout is not clean; commit or remove these first:\n${changes}`);
  const tags = git(ROOT, 'tag', '--list', 'v*.*.*').split('\n').filter(Boolean);
  const released = tags.map((tag) => tag.slice(1)).sort(compareVersions);
  checkVersion(version, released.at(-1) ?? null);
}

/** Writes the version into its files; returns a commit of them that is not on any branch yet. */
function makeCommit(): { readonly commit: string; readonly lines: string } {
  const { text, lines } = releaseChangelog(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  writeFileSync(path('CHANGELOG.md'), text);
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(path(name), withVersion(read(name), version));
  git(ROOT, 'add', ...CHANGED);
  const message = `Version ${version}\n\n${lines}`;
  return { commit: git(ROOT, 'commit-tree', git(ROOT, 'write-tree'), '-p', 'HEAD', '-m', message), lines };
}

/** Builds the packages from the sources zip alone, as a reviewer does, in a new folder with its own installation. */
async function buildFromSources(sources: Uint8Array<ArrayBuffer>): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-release-'));
  try {
    await unzipTo(sources, folder);
    runScript(folder, 'zip');
    const names = Object.values(PACKAGES).map((of) => `sleevenotes-${version}-${of}.zip`);
    return new Map(names.map((name) => [name, readFileSync(join(folder, 'artifacts', 'packages', name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws unless the packages are the builds that were tested, byte for byte. */
async function checkAgainstTested(packages: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [browser, of] of Object.entries(PACKAGES)) {
    const tested = await zipFolder(path('.output', `${browser}-mv3`));
    const made = packages.get(`sleevenotes-${version}-${of}.zip`);
    if (!made || sha256(made) !== sha256(tested)) {
      throw new Error(`The ${browser} build from the sources zip is not the one that was tested. Is it the same Node?`);
    }
  }
}

/** Resolves with the folder that everything is in. */
async function release(): Promise<string> {
  const { commit, lines } = makeCommit();
  runScript(ROOT, 'test');
  const sources = zipOfCommit(ROOT, commit);
  const packages = await buildFromSources(sources);
  await checkAgainstTested(packages);
  packages.set(`sleevenotes-${version}-sources.zip`, sources);
  checkPackageSizes(packages);
  const folder = path('artifacts', 'release', version);
  writeFileSync(join(folder, 'SHA256SUMS'), writePackages(folder, packages));
  runScript(ROOT, 'store:pictures', '--', '--built', join(folder, 'listing'));
  checkPictures(join(folder, 'listing'));
  writeListing(join(folder, 'listing'), lines);
  git(ROOT, 'tag', '--annotate', `v${version}`, '--message', `Version ${version}\n\n${lines}`, commit);
  try {
    git(ROOT, 'merge', '--ff-only', '--quiet', commit);
  } catch (error) {
    git(ROOT, 'tag', '--delete', `v${version}`);
    throw error;
  }
  return folder;
}

// A terminal sends these to all that runs in it: the step under way ends, and the checkout is put back.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

try {
  checkStart();
  const about = JSON.parse(read('package.json')) as { readonly author: string; readonly homepage: string };
  nameCommitter(about);
  const warning = homepageWarning(about.homepage);
  if (warning !== null) console.log(`\n${warning}`);
  try {
    const folder = await release();
    console.log(nextSteps(version, folder, warning));
  } catch (error) {
    git(ROOT, 'reset', '--quiet', '--', ...CHANGED);
    git(ROOT, 'checkout', '--quiet', '--', ...CHANGED);
    throw error;
  }
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
