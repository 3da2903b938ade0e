// Installs what is missing. Runs on Node 20 with nothing installed: built-ins only, plain JavaScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, ROOT, tool, toolEnvironment } from './programs.mjs';

/** Runs a program and shows its progress; resolves to its output, and rejects with it (`output`) when it fails. */
export function run(title, [command, args], options = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(command, args, {
      cwd: ROOT,
      env: toolEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
    const tick = setInterval(
      () => {
        if (process.stdout.isTTY) process.stdout.write(`\r… ${title}, ${seconds()} `);
        else process.stdout.write(`… ${title}, ${seconds()}\n`);
      },
      process.stdout.isTTY ? 1000 : 15_000,
    );
    const end = (work) => {
      clearInterval(tick);
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      work();
    };
    child.on('error', (error) => end(() => reject(error)));
    child.on('close', (code) =>
      end(() => {
        if (code === 0) {
          console.log(`✓ ${title} (${seconds()})`);
          resolve(output);
        } else reject(Object.assign(new Error(`${title} failed`), { output }));
      }),
    );
  });
}

/** Prints one line that says what to do, and exits. */
export function giveUp(line) {
  console.error(`✗ ${line}`);
  process.exit(1);
}

export async function installDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp('Sleevenotes needs Node 20 or newer: https://nodejs.org');
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules', '.sleevenotes-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Windows cannot delete a running program, which may be the installed Node; `npm ci` would delete it first.
  const isInUse = process.platform === 'win32' && process.execPath.startsWith(join(ROOT, 'node_modules'));
  await run('installing dependencies (npm)', npm(isInUse ? 'install' : 'ci', '--no-audit', '--no-fund'));
  writeFileSync(stamp, lock);
}

const onPath = (name) => {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return found.find((path) => existsSync(path)) ?? null;
};
const isDebianRoot = () => process.getuid?.() === 0 && onPath('apt-get') !== null;

let updated = false;
async function apt(packages) {
  const environment = { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  if (!updated) await run('updating the package list (apt)', ['apt-get', [...wait, 'update']], { env: environment });
  updated = true;
  await run(
    `installing ${packages.join(', ')} (apt)`,
    ['apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages]],
    {
      env: environment,
    },
  );
}

/** Chrome no longer loads unpacked extensions from the command line, so it has to be Chromium. */
function findChromium() {
  const given = process.env.SLEEVENOTES_CHROMIUM;
  if (given && existsSync(given)) return given;
  return onPath('chromium') ?? onPath('chromium-browser');
}

const hasChineseFont = () =>
  process.platform !== 'linux' ||
  spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() !== '';

/** Finds or installs Chromium (and a Chinese font, for screenshots); returns Chromium's path. */
export async function installChromium() {
  let path = findChromium();
  const wanted = [...(path ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (wanted.length > 0 && isDebianRoot()) {
    await apt(wanted);
    path = findChromium();
  }
  if (path) return path;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  try {
    await run("installing Playwright's Chromium", tool('@playwright/test', 'install', 'chromium'));
    return chromium.executablePath();
  } catch {
    return giveUp(
      'No Chromium here: install the package `chromium` (or run `npx playwright install chromium`) and start again.',
    );
  }
}

/** Finds or installs Firefox and openssl (for the stand-in's certificate); returns Firefox's path. */
export async function installFirefox() {
  const find = () => process.env.SLEEVENOTES_FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');
  const wanted = [...(find() ? [] : ['firefox-esr']), ...(onPath('openssl') ? [] : ['openssl'])];
  if (wanted.length > 0 && isDebianRoot()) await apt(wanted);
  return find() ?? giveUp('No Firefox here: install Firefox (142 or newer) and start again.');
}

/** Installs a virtual display and synthetic key presses for the tests of shortcuts, which are skipped without them. */
export async function installDisplay() {
  const wanted = Object.entries({ Xvfb: 'xvfb', xdotool: 'xdotool' }).flatMap(([command, name]) =>
    onPath(command) ? [] : [name],
  );
  if (wanted.length > 0 && isDebianRoot()) await apt(wanted);
}
