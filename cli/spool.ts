import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a text lies in the spool: its first byte and its length. */
export interface Place {
  readonly from: number;
  readonly length: number;
}

/** Texts kept in a file until all of them are there, so that memory stays flat however many they are. */
export async function createSpool() {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-'));
  const file = await open(join(folder, 'spool'), 'w+');
  let end = 0;
  return {
    async add(text: string): Promise<Place> {
      const bytes = Buffer.from(text);
      const place = { from: end, length: bytes.length };
      end += bytes.length;
      await file.write(bytes, 0, bytes.length, place.from);
      return place;
    },
    async read({ from, length }: Place): Promise<string> {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.toString();
    },
    async destroy(): Promise<void> {
      await file.close();
      await rm(folder, { recursive: true });
    },
  };
}
