import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ending of a file that is being written. One left by a run that was killed is overwritten or removed by the next. */
export const PART = '.part';

/** Writes a file under a temporary name first, so that it is never there in part. Makes its folder. */
export async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path + PART, contents);
  await rename(path + PART, path);
}
