/** What a viewer gave to import. All of it can be posted to a worker. */
export type ImportInput =
  | { readonly kind: 'files'; readonly name: string; readonly files: readonly GivenFile[] }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly GivenFile[] }
  | { readonly kind: 'folder'; readonly name: string; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'zip'; readonly name: string; readonly file: File; readonly handle: FileSystemFileHandle | null };

export interface GivenFile {
  /** Within the folder, with `/`; a single file's name. */
  readonly path: string;
  readonly file: File;
}

/** Identifies where an input came from; the same folder chosen again has the same value. */
export function sourceOf({ kind, name }: Pick<ImportInput, 'kind' | 'name'>): string {
  return kind === 'files' ? 'files' : `${kind}:${name}`;
}

export const isZipName = (name: string) => /\.zip$/i.test(name);
