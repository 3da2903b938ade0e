/** One file of an input, in the order files are dealt with. */
export type ImportItem =
  | {
      readonly kind: 'note';
      readonly path: string;
      readonly size: number;
      /** Milliseconds since 1970, or `null` where the time says nothing (in an archive). */
      readonly modified: number | null;
      /** @throws {DOMException} when the file is gone or may not be read. */
      read(): Promise<Uint8Array<ArrayBuffer>>;
    }
  /** By its name no note. */
  | { readonly kind: 'no-note'; readonly path: string }
  /** Something with a note's name that cannot be read. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: Unreadable };

export type Unreadable =
  /** Deleted or moved since the folder was listed. */
  | { readonly rule: 'file-gone' }
  | { readonly rule: 'file-too-large'; readonly size: number }
  /** A path that leads out of the archive. */
  | { readonly rule: 'unsafe-path' }
  | { readonly rule: 'encrypted' }
  | { readonly rule: 'damaged-archive'; readonly detail: string };

/** The files of an input; `total` is called once their number is known. */
export interface ImportSource {
  readonly items: AsyncIterable<ImportItem>;
  /** Known when the first item has come. */
  total(): { readonly files: number; readonly bytes: number | null };
}

/**
 * The largest note that is read. The longest of a real archive of 9,180 has 1.1 MB; beyond this size a file is a dump
 * or a mistake, and its panel would be no use to anyone.
 */
export const LARGEST_NOTE = 8 * 1024 * 1024;
