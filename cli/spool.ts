import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The place of a text in the spool: its offset and length in bytes. */
export interface Place {
  readonly from: number;
  readonly length: number;
}

/**
 * Keeps texts and bytes in a temporary file until all of them are written, so that memory stays flat. Synchronous: each access
 * takes some microseconds, and a promise for it ten times as long.
 */
export function createSpool() {
  const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-'));
  const file = openSync(join(folder, 'spool'), 'w+');
  let end = 0;
  /** For texts: a buffer for each would stay in memory until the next garbage collection, which is rare here. */
  let scratch = Buffer.alloc(256 * 1024);
  const scratchOf = (length: number) => {
    if (scratch.length < length) scratch = Buffer.alloc(2 * length);
    return scratch;
  };

  function addBytes(bytes: Uint8Array): Place {
    const place = { from: end, length: bytes.length };
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
    return place;
  }

  function readInto(bytes: Buffer, { from, length }: Place): Buffer {
    for (let done = 0; done < length; ) {
      const read = readSync(file, bytes, done, length - done, from + done);
      if (read === 0) throw new Error(`${folder}: a temporary file was cut short.`);
      done += read;
    }
    return bytes;
  }

  return {
    add(text: string): Place {
      // Three bytes a code unit at most.
      const bytes = scratchOf(3 * text.length);
      return addBytes(bytes.subarray(0, bytes.write(text)));
    },
    addBytes,
    read: (place: Place): string => readInto(scratchOf(place.length), place).toString('utf8', 0, place.length),
    readBytes: (place: Place): Buffer => readInto(Buffer.alloc(place.length), place),
    destroy(): void {
      closeSync(file);
      rmSync(folder, { recursive: true });
    },
  };
}
