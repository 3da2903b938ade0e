import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import type { NoteFile } from '../compiler/note-file.ts';

const NOTE_FILE = new Set(['.md', '.markdown', '.txt']);

/** Reads every note below a folder, sorted by path; paths are given relative to `root` for messages. */
export async function readNotes(root: string, folder: string): Promise<NoteFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && NOTE_FILE.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map(async (path) => ({ file: relative(root, path), text: await readFile(path, 'utf8') })));
}
