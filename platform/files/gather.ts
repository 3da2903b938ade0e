import { type GivenFile, type ImportInput, isZipName } from './input.ts';

type FolderPicker = (options: { readonly mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
const folderPicker = (globalThis as { readonly showDirectoryPicker?: FolderPicker }).showDirectoryPicker;

/** Whether the browser can open a folder and keep a handle to it (File System Access). */
export const canPickFolder = folderPicker !== undefined;

/**
 * Whether File System Access hides files: it lists none whose name is invalid on any system, such as one with a question mark.
 * Windows has no such files.
 */
export const hidesNames = canPickFolder && !/Windows/.test(navigator.userAgent);

/** Lets the viewer choose a folder; `null` when the viewer cancels. */
export async function pickFolder(): Promise<ImportInput | null> {
  try {
    const handle = await folderPicker?.({ mode: 'read' });
    return handle ? { kind: 'folder', name: handle.name, handle } : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** The files chosen in a file or folder input. A folder input gives each file its path within the folder. */
export function gatherFiles(files: readonly File[]): ImportInput[] {
  const folders = new Map<string, GivenFile[]>();
  const single: GivenFile[] = [];
  const zips: ImportInput[] = [];
  for (const file of files) {
    const [folder, ...path] = file.webkitRelativePath.split('/');
    if (folder && path.length > 0) put(folders, folder, { path: path.join('/'), file });
    else if (isZipName(file.name)) zips.push({ kind: 'zip', name: file.name, file, handle: null });
    else single.push({ path: file.name, file });
  }
  return [
    ...(single.length > 0 ? [{ kind: 'files', name: '', files: single } as const] : []),
    ...[...folders].map(([name, given]) => ({ kind: 'folder', name, files: given }) as const),
    ...zips,
  ];
}

function put(folders: Map<string, GivenFile[]>, folder: string, given: GivenFile): void {
  const files = folders.get(folder);
  if (files) files.push(given);
  else folders.set(folder, [given]);
}

/** Chromium: the dropped files and folders as handles. */
type HandleItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/** What was dropped. Must be called within the drop event itself: its items are gone afterwards. */
export function gatherDrop(transfer: DataTransfer): Promise<ImportInput[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file') as HandleItem[];
  const dropped = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    return { entry, file, handle: item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null) };
  });
  return gatherItems(dropped);
}

interface Dropped {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
  readonly handle: Promise<FileSystemHandle | null>;
}

async function gatherItems(items: readonly Dropped[]): Promise<ImportInput[]> {
  const inputs: ImportInput[] = [];
  const files: File[] = [];
  for (const { entry, file, handle: pending } of items) {
    const handle = await pending;
    if (handle instanceof FileSystemDirectoryHandle) {
      inputs.push({ kind: 'folder', name: handle.name, handle });
    } else if (entry?.isDirectory) {
      const given: GivenFile[] = [];
      await walk(entry as FileSystemDirectoryEntry, '', given);
      inputs.push({ kind: 'folder', name: entry.name, files: given });
    } else if (file && isZipName(file.name)) {
      inputs.push({
        kind: 'zip',
        name: file.name,
        file,
        handle: handle instanceof FileSystemFileHandle ? handle : null,
      });
    } else if (file) {
      files.push(file);
    }
  }
  return [...gatherFiles(files), ...inputs];
}

async function walk(folder: FileSystemDirectoryEntry, prefix: string, into: GivenFile[]): Promise<void> {
  const reader = folder.createReader();
  // A reader gives about a hundred entries at a time, and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, `${path}/`, into);
      else into.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

type Permitted = { requestPermission?(options: { readonly mode: 'read' }): Promise<PermissionState> };

/**
 * Opens a source imported before. Must be called from a click: the browser asks the viewer again.
 * @returns `null` when the viewer or the browser says no, or it is gone.
 */
export async function reach({
  kind,
  name,
  handle,
}: {
  readonly kind: 'files' | 'folder' | 'zip';
  readonly name: string;
  readonly handle: FileSystemDirectoryHandle | FileSystemFileHandle | null;
}): Promise<ImportInput | null> {
  if (!handle) return null;
  const permission = await (handle as Permitted).requestPermission?.({ mode: 'read' });
  if (permission !== 'granted') return null;
  if (handle.kind === 'directory') return { kind: 'folder', name, handle };
  if (kind !== 'zip') return null;
  const file = await handle.getFile().catch(() => null);
  return file && { kind: 'zip', name, file, handle };
}
