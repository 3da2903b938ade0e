import type { GivenFile, ImportInput } from './input.ts';
import { isHidden, isNoteName } from './input.ts';
import { readZip } from './read-zip.ts';

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

/** Lists an input. Files come in the order of their paths, so that every run deals with them alike. */
export function openInput(input: ImportInput): ImportSource {
  if (input.kind === 'zip') return readZip(input.file);
  return 'handle' in input ? folderItems(input.handle) : givenItems(input.files);
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

function fileItem({ path, file }: GivenFile, again: () => Promise<File>): ImportItem {
  if (!isNoteName(path)) return { kind: 'no-note', path };
  if (file.size > LARGEST_NOTE) {
    return { kind: 'unreadable', path, reason: { rule: 'file-too-large', size: file.size } };
  }
  const bytesOf = async (one: File) => new Uint8Array(await one.arrayBuffer());
  return {
    kind: 'note',
    path,
    size: file.size,
    modified: file.lastModified,
    // A file that was saved since it was listed must be asked for anew.
    read: () => bytesOf(file).catch(async () => bytesOf(await again())),
  };
}

function givenItems(files: readonly GivenFile[]): ImportSource {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return {
    total: () => ({ files: files.length, bytes }),
    items: (async function* () {
      for (const given of [...files].sort(byPath)) yield fileItem(given, async () => given.file);
    })(),
  };
}

function folderItems(folder: FileSystemDirectoryHandle): ImportSource {
  let files = 0;
  return {
    total: () => ({ files, bytes: null }),
    items: (async function* () {
      const listed: { path: string; handle: FileSystemFileHandle | null }[] = [];
      await list(folder, '', listed);
      files = listed.length;
      for (const { path, handle } of listed.sort(byPath)) {
        if (!handle || !isNoteName(path)) {
          yield { kind: 'no-note', path };
          continue;
        }
        const file = await handle.getFile().catch(() => null);
        if (file) yield fileItem({ path, file }, () => handle.getFile());
        else yield { kind: 'unreadable', path, reason: { rule: 'file-gone' } };
      }
    })(),
  };
}

async function list(
  folder: FileSystemDirectoryHandle,
  prefix: string,
  into: { path: string; handle: FileSystemFileHandle | null }[],
): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    const path = prefix + name;
    if (handle.kind === 'file') into.push({ path, handle });
    else if (isHidden(path)) into.push({ path: `${path}/`, handle: null });
    else await list(handle, `${path}/`, into);
  }
}
