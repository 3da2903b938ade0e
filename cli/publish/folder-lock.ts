import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';

const FILE = 'publisher.lock';

/** The locks that this process holds. */
const held = new Set<string>();

/**
 * Takes a folder for one publisher: of two at once, one would remove the files that the other has just written. A lock left by
 * a process that was killed is taken over.
 * @returns Releases the folder.
 * @throws {UsageError} when another process is publishing there.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  const own = `${process.pid} ${hostname()}`;
  await mkdir(folder, { recursive: true });
  const take = () => writeFile(path, own, { flag: 'wx' }).then(() => true, isTaken);
  if (!(await take())) {
    const [pid = '', host = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    // A killed process may have had the number that this one has.
    const isOurs = Number(pid) === process.pid && !held.has(path);
    if (host !== hostname() || (!isOurs && isRunning(Number(pid)))) {
      const who = host === '' ? '' : ` (process ${pid} on ${host})`;
      throw new UsageError(`${folder}: another run is publishing there${who}. If there is none, delete ${path}.`);
    }
    await rm(path, { force: true });
    if (!(await take()))
      throw new UsageError(`${folder}: another run is publishing there. Wait until it has finished.`);
  }
  held.add(path);
  return () => {
    held.delete(path);
    return rm(path, { force: true });
  };
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}

/** Signal 0 is not sent; it only tells whether the process exists. A process of another user does (`EPERM`). */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
