import type { Finding } from '../../core/note/problem.ts';

/** One file of an input, in the order of processing. */
export type ImportItem =
  | {
      readonly kind: 'note';
      readonly path: string;
      readonly size: number;
      /** Milliseconds since 1970, or `null` where the time is not reliable (in an archive). */
      readonly modified: number | null;
      /** @throws {DOMException} when the file is gone or may not be read. */
      read(): Promise<Uint8Array<ArrayBuffer>>;
    }
  /** By its name no note. */
  | { readonly kind: 'no-note'; readonly path: string }
  /** Something with a note's name that cannot be read. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly fault: Finding };

/** The files of an input; `total` is called once their number is known. */
export interface ImportSource {
  readonly items: AsyncIterable<ImportItem>;
  /** Known when the first item has come. */
  total(): { readonly files: number; readonly bytes: number | null };
}
