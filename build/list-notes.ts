import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFaults, LARGEST_NOTE } from '../core/library/file-faults.ts';
import { isHidden, isNoteName } from '../core/library/note-files.ts';
import type { Finding } from '../core/note/problem.ts';
import { decodeText } from '../core/text/decode-text.ts';

/** The notes in a folder, by the rules by which the library reads folders. */
export interface NotesInFolder {
  /** Paths of notes, sorted. */
  readonly files: readonly string[];
  /** Symbolic links that may lead to notes, sorted. They are not followed, because they can form a cycle or leave the folder. */
  readonly links: readonly string[];
}

/** Lists the notes below a folder. Hidden files and folders are skipped, but `folder` itself may be hidden. */
export async function listNotes(folder: string): Promise<NotesInFolder> {
  const files: string[] = [];
  const links: string[] = [];
  const list = async (within: string): Promise<void> => {
    for (const entry of await readdir(within, { withFileTypes: true })) {
      const path = join(within, entry.name);
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) await list(path);
      else if (entry.isFile() && isNoteName(entry.name)) files.push(path);
      else if (entry.isSymbolicLink() && (isNoteName(entry.name) || (await leadsToFolder(path)))) links.push(path);
    }
  };
  await list(folder);
  return { files: files.sort(), links: links.sort() };
}

const leadsToFolder = (link: string) =>
  stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );

/** Reads a note as the library does: with a limit on its size, in any known encoding. Rejects when it cannot be opened. */
export async function readNoteText(
  file: string,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: Finding }> {
  const { size } = await stat(file);
  if (size > LARGEST_NOTE) return { ok: false, fault: fileFaults.tooLarge(size) };
  const decoded = decodeText(await readFile(file), TextDecoder);
  if (decoded.ok) return decoded;
  return { ok: false, fault: fileFaults.undecodable[decoded.reason]() };
}
