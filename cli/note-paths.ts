import { stat } from 'node:fs/promises';
import { listNotes, type NotesInFolder } from '../build/list-notes.ts';
import { UsageError } from './usage-error.ts';

/**
 * The notes of some paths, in the order given, those of a folder sorted by path. A file given by its own path is read whatever
 * its extension, and a link given so is followed. Throws a usage error for a missing path.
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
