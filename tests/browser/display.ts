import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';

/** A virtual screen, because a headless browser cannot receive real key presses. */
export interface Display {
  /** For the environment variable `DISPLAY`. */
  readonly name: string;
  /** Presses keys in the window that has this title, as from a keyboard, e.g. `alt+shift+s`. */
  press(title: RegExp, keys: string): void;
  close(): void;
}

/** Whether this machine can create one (Debian's packages xvfb and xdotool). */
export function hasDisplays(): boolean {
  return ['Xvfb', 'xdotool'].every((command) => spawnSync('which', [command]).status === 0);
}

export async function openDisplay(): Promise<Display> {
  // The server chooses a free number and writes it to the file descriptor.
  const server = spawn('Xvfb', ['-screen', '0', '1400x900x24', '-nolisten', 'tcp', '-displayfd', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server)}`;
  const xdotool = (...words: readonly string[]) =>
    execFileSync('xdotool', words, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' }).trim();
  return {
    name,
    press(title, keys) {
      // Waits until the window has got its title.
      const [window = ''] = xdotool('search', '--sync', '--onlyvisible', '--name', title.source).split('\n');
      // No window manager would give it the keyboard focus.
      xdotool('windowfocus', '--sync', window, 'key', '--clearmodifiers', keys);
    },
    close: () => void server.kill(),
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]?.once('data', (line: Buffer) => resolve(String(line).trim()));
  });
}
