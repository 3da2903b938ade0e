import { BlobWriter, configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { LibraryDatabase } from '../store/schema.ts';

configure({ useWebWorkers: false });

/** gzip without name or comment, as CompressionStream writes it: header, deflated bytes, checksum, length. */
const HEADER = 10;
const TRAILER = 8;

/**
 * All own notes as a zip of the very files that were imported. They lie deflated in the library and go into the zip as
 * they are, so that nothing is compressed again and one note at a time is in memory.
 */
export async function writeZip(database: LibraryDatabase, onShare: (share: number) => void): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), { useUnicodeFileNames: true });
  const keys = await database.getAllKeys('notes');
  const taken = new Set<string>();
  for (const [at, key] of keys.entries()) {
    const note = await database.get('notes', key);
    // A damaged one would make an entry that cannot be unpacked.
    if (!note || !isGzip(note.file)) continue;
    const { file, summary } = note;
    const trailer = new DataView(file, file.byteLength - TRAILER);
    const path = freePath(summary.source, summary.file, taken);
    await zip.add(path, new Uint8ArrayReader(new Uint8Array(file, HEADER, file.byteLength - HEADER - TRAILER)), {
      passThrough: true,
      compressionMethod: 8,
      crc32: trailer.getUint32(0, true),
      uncompressedSize: trailer.getUint32(4, true),
      lastModDate: new Date(summary.importedAt),
    });
    onShare((at + 1) / keys.length);
  }
  return zip.close();
}

function isGzip(file: unknown): boolean {
  if (!(file instanceof ArrayBuffer) || file.byteLength <= HEADER + TRAILER) return false;
  const [first, second] = new Uint8Array(file, 0, 2);
  return first === 0x1f && second === 0x8b;
}

/** The file's own path; two sources may both have an `index.md`. */
function freePath(source: string, file: string, taken: Set<string>): string {
  const name = source.slice(source.indexOf(':') + 1);
  let path = file;
  for (let count = 1; taken.has(path.toLowerCase()); count++) path = `${name}${count > 1 ? ` ${count}` : ''}/${file}`;
  taken.add(path.toLowerCase());
  return path;
}
