import type { NoteRecord } from '../store/schema.ts';
import type { FileToCompile } from './compile-file.ts';

/** The file of a note that is in the library, to be compiled as it was the first time. */
export const fileOf = ({ summary }: NoteRecord, file: ArrayBuffer): FileToCompile => ({
  path: summary.file,
  bytes: new Uint8Array(file),
  source: summary.source,
  revision: summary.revision,
  importedAt: summary.importedAt,
});
