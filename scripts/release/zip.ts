import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { BlobReader, configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

// The library's own compression rather than the system's gives the same bytes with every version of Node.
configure({ useWebWorkers: false, useCompressionStream: false });

/** Zips store local times, so a local date is the same everywhere. */
const NO_TIME = new Date(2000, 0, 1);

/** A folder's files as a zip. Deterministic: the same files give the same bytes. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(folder.length).split(sep).filter(Boolean).join('/'), path] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 9, extendedTimestamp: false, lastModDate: NO_TIME });
  for (const [name, path] of files) await zip.add(name, new Uint8ArrayReader(await readFile(path)));
  return zip.close();
}

/** The files of a zip, by path. */
export async function unzip(zip: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, Uint8Array>> {
  const reader = new ZipReader(new BlobReader(new Blob([zip])), { checkCrc32: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  await reader.close();
  return files;
}

/** Extracts a zip into a folder. */
export async function unzipTo(zip: Uint8Array<ArrayBuffer>, folder: string): Promise<void> {
  for (const [name, bytes] of await unzip(zip)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
