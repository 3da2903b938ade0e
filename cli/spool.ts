import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The place of a text in the spool: its offset and length in bytes. */
export interface Place {
  readonly from: number;
  readonly length: number;
}

/** Keeps texts and bytes in a temporary file until all of them are written, so that memory stays flat. */
export async function createSpool() {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-'));
  const file = await open(join(folder, 'spool'), 'w+');
  let end = 0;

  async function addBytes(bytes: Uint8Array): Promise<Place> {
    const place = { from: end, length: bytes.length };
    end += bytes.length;
    await file.write(bytes, 0, bytes.length, place.from);
    return place;
  }

  async function readBytes({ from, length }: Place): Promise<Buffer> {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer;
  }

  return {
    add: (text: string): Promise<Place> => addBytes(Buffer.from(text)),
    addBytes,
    read: async (place: Place): Promise<string> => (await readBytes(place)).toString(),
    readBytes,
    async destroy(): Promise<void> {
      await file.close();
      await rm(folder, { recursive: true });
    },
  };
}
