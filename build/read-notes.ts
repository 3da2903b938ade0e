import { relative } from 'node:path';
import type { NoteFile } from '../compiler/note-file.ts';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Problem } from '../core/note/problem.ts';
import { listNotes, readNoteText } from './list-notes.ts';

/** The notes below a folder, and problems with those that cannot be read. */
export interface ReadNotes {
  readonly notes: readonly NoteFile[];
  readonly problems: readonly Problem[];
}

/** Reads every note below a folder, sorted by path; paths in the result are relative to `root`. */
export async function readNotes(root: string, folder: string): Promise<ReadNotes> {
  const { files, links } = await listNotes(folder);
  const problems: Problem[] = links.map((link) => fileProblem(relative(root, link), fileFaults.linked()));
  const notes: NoteFile[] = [];
  for (const path of files) {
    const file = relative(root, path);
    const read = await readNoteText(path);
    if (read.ok) notes.push({ file, text: read.text });
    else problems.push(fileProblem(file, read.fault));
  }
  return { notes, problems };
}
