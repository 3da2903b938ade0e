import { stat } from 'node:fs/promises';
import { listNotes, type NotesInFolder } from '../build/list-notes.ts';
import { UsageError } from './usage-error.ts';

/**
 * All notes among paths, folders in the order of their names. A file that is named is read whatever it is called, and a link
 * that is named is followed. Throws a usage error naming a missing path.
 */
export async function notePaths(paths: readonly string[]): Promise<NotesInFolder> {
  const files: string[] = [];
  const links: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (!found) throw new UsageError(`${path}: there is no such file or folder`);
    if (found.isDirectory()) {
      const inside = await listNotes(path);
      files.push(...inside.files);
      links.push(...inside.links);
    } else files.push(path);
  }
  return { files, links };
}
