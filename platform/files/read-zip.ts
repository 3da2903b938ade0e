import { BlobReader, configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { fileFaults, LARGEST_NOTE } from '../../core/library/file-faults.ts';
import { isNoteName } from '../../core/library/note-files.ts';
import type { Finding } from '../../core/note/problem.ts';
import { decodeText } from '../../core/text/decode-text.ts';
import type { ImportItem, ImportSource } from './item.ts';

// We are in a worker already.
configure({ useWebWorkers: false });

/**
 * An archive that unpacks to more than this many bytes and to more than a hundred times its own size is a bomb (or
 * overlaps its entries, which is one): notes shrink to a third or a fifth.
 */
const MUCH = 64 * 1024 * 1024;
const SUSPICIOUS = 100;
/** The {@link ArchiveError}'s message then. */
export const BOMB = 'zip bomb';

/** An archive cannot be read at all; the message is the library's own. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/**
 * The files of a zip. Only its directory is read at first, and then one entry after the other, so that the size of the
 * archive does not matter. Nothing in it is trusted: names are only shown, sizes are counted while unpacking, and
 * reading an entry stops as soon as it is too large for a note.
 */
export function readZip(file: Blob): ImportSource {
  let total = { files: 0, bytes: 0 };
  return {
    total: () => total,
    items: (async function* (): AsyncGenerator<ImportItem> {
      const reader = new ZipReader(new BlobReader(file), { checkCrc32: true, filenameValidation: 'tolerant' });
      try {
        const entries = await reader.getEntries().catch((error: unknown) => {
          throw new ArchiveError(error instanceof Error ? error.message : String(error));
        });
        const files = entries.filter((entry): entry is FileEntry => !entry.directory && !nameOf(entry).endsWith('/'));
        total = { files: files.length, bytes: files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) };
        if (total.bytes > MUCH && total.bytes > file.size * SUSPICIOUS) throw new ArchiveError(BOMB);
        for (const entry of files) yield zipItem(entry);
      } finally {
        await reader.close();
      }
    })(),
  };
}

function zipItem(entry: FileEntry): ImportItem {
  const path = nameOf(entry);
  const unreadable = (fault: Finding): ImportItem => ({ kind: 'unreadable', path, fault });
  if (leadsOut(path)) return unreadable(fileFaults.unsafePath());
  if (!isNoteName(path)) return { kind: 'no-note', path };
  if (entry.encrypted) return unreadable(fileFaults.encrypted());
  if (entry.uncompressedSize > LARGEST_NOTE) {
    return unreadable(fileFaults.tooLarge(entry.uncompressedSize));
  }
  return { kind: 'note', path, size: entry.uncompressedSize, modified: null, read: () => unpack(entry) };
}

/** Names without the UTF-8 flag are in whatever the packing machine spoke; Windows in China says GBK. */
function nameOf({ filename, filenameUTF8, rawFilename }: Entry): string {
  const decoded = filenameUTF8 ? null : decodeText(rawFilename, TextDecoder);
  const name = decoded?.ok ? decoded.text : filename;
  // Some programs on Windows pack with its own separator.
  return name.replaceAll('\\', '/');
}

/** Absolute, with a drive, or leading out of the archive. Names are never used to write a file, but valid archives have none of these. */
function leadsOut(path: string): boolean {
  return /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/.test(path);
}

/** A fault of one file, reported by {@link ImportItem}'s `read`. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry';
  readonly fault: Finding;

  constructor(fault: Finding) {
    super(fault.rule);
    this.fault = fault;
  }
}

async function unpack(entry: FileEntry): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(part) {
      size += part.length;
      if (size > LARGEST_NOTE) throw new UnreadableEntry(fileFaults.tooLarge(size));
      parts.push(part);
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    if (size > LARGEST_NOTE) throw new UnreadableEntry(fileFaults.tooLarge(size));
    throw new UnreadableEntry(fileFaults.damagedArchive(error instanceof Error ? error.message : String(error)));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
