import type { Problem } from '../../core/note/problem.ts';
import { LARGEST_NOTE, type Unreadable } from './item.ts';

/** What can be wrong with a file before the compiler sees it, or about several files. */
export type ImportFault =
  | Unreadable
  | { readonly rule: 'binary' | 'unknown-encoding' | 'compiler-stopped' | 'archive-bomb' | 'nested-archive' }
  | { readonly rule: 'unreadable-file' | 'unreadable-archive'; readonly detail: string }
  | { readonly rule: 'same-video'; readonly other: string };

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function wording(fault: ImportFault): string {
  switch (fault.rule) {
    case 'file-gone':
      return 'The file was deleted or moved while the folder was read. Import the folder again.';
    case 'file-too-large':
      return `The file has ${megabytes(fault.size)}; notes of up to ${megabytes(LARGEST_NOTE)} are read. Split it.`;
    case 'unsafe-path':
      return 'The path leads out of the archive. Pack the archive anew with plain relative paths.';
    case 'encrypted':
      return 'The file is protected by a password. Unpack the archive and import the folder.';
    case 'damaged-archive':
      return `The file is damaged within the archive (${fault.detail}). Pack the archive anew.`;
    case 'unreadable-archive':
      return `The archive cannot be read (${fault.detail}). Pack it anew as a zip, or import the folder.`;
    case 'archive-bomb':
      return 'The archive unpacks to more than a hundred times its size, which no notes do. It was not read.';
    case 'unreadable-file':
      return `The file cannot be read (${fault.detail}). Check that it is still there and that you may read it.`;
    case 'nested-archive':
      return 'An archive within a folder or an archive is not opened. Add it by itself.';
    case 'binary':
      return 'This is not text. If it is a note, save it as UTF-8 text.';
    case 'unknown-encoding':
      return 'The text is neither UTF-8, UTF-16 nor GBK. Save it as UTF-8 and import it again.';
    case 'compiler-stopped':
      return 'The compiler did not get through this note within a minute, or ran out of memory. Make the note smaller.';
    case 'same-video':
      return `"${fault.other}" is a note for the same video in the same language; this one was used, the other can be restored.`;
  }
}

/** What the fault's sentence names. */
function valuesOf(fault: ImportFault): readonly string[] {
  if ('detail' in fault) return [fault.detail];
  if ('size' in fault) return [megabytes(fault.size), megabytes(LARGEST_NOTE)];
  return 'other' in fault ? [fault.other] : [];
}

export function importProblem(file: string, fault: ImportFault): Problem {
  const { rule } = fault;
  const severity = rule === 'same-video' ? 'warning' : 'error';
  const values = valuesOf(fault);
  return { file, line: 1, column: 1, severity, rule, sentence: rule, values, message: wording(fault) };
}
