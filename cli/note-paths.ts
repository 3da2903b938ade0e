import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

const NOTE_FILE = new Set(['.md', '.markdown', '.txt']);

/** All note files among paths (files or folders), folders in the order of their names. Throws naming a missing path. */
export async function notePaths(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`${path}: there is no such file or folder`);
    if (!statSync(path).isDirectory()) {
      found.push(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    found.push(
      ...entries
        .filter((entry) => entry.isFile() && NOTE_FILE.has(extname(entry.name).toLowerCase()))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(),
    );
  }
  return found;
}
