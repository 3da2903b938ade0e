import { fileFaults, LARGEST_NOTE } from '../../core/library/file-faults.ts';
import { isHidden, isNoteName } from '../../core/library/note-files.ts';
import type { GivenFile, ImportInput } from './input.ts';
import type { ImportItem, ImportSource } from './item.ts';
import { readZip } from './read-zip.ts';

/** Lists an input, with files in the order of their paths, so that every run is the same. */
export function openInput(input: ImportInput): ImportSource {
  if (input.kind === 'zip') return readZip(input.file);
  return 'handle' in input ? folderItems(input.handle) : givenItems(input.files);
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

function fileItem({ path, file }: GivenFile, again: () => Promise<File>): ImportItem {
  if (!isNoteName(path)) return { kind: 'no-note', path };
  if (file.size > LARGEST_NOTE) {
    return { kind: 'unreadable', path, fault: fileFaults.tooLarge(file.size) };
  }
  const bytesOf = async (one: File) => new Uint8Array(await one.arrayBuffer());
  return {
    kind: 'note',
    path,
    size: file.size,
    modified: file.lastModified,
    // A file saved since it was listed must be opened again.
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
        else yield { kind: 'unreadable', path, fault: fileFaults.gone() };
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
