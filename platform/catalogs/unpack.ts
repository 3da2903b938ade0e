import { joined } from './fetch-bytes.ts';

/** Hosts that compress what is compressed already add a layer or two. */
const MOST_LAYERS = 3;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** `damaged`: no gzip, or cut off. `too-large`: it unpacks to more than was allowed. */
export type Unpacked = { readonly contents: Uint8Array<ArrayBuffer> } | { readonly reason: 'damaged' | 'too-large' };

/**
 * Undoes gzip until nothing is left to undo, or until the contents are the wanted ones: hosts and browsers differ in
 * whether they undo it themselves.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
  isWanted: (contents: Uint8Array<ArrayBuffer>) => Promise<boolean> = async () => false,
): Promise<Unpacked> {
  let contents = bytes;
  for (let layer = 0; layer < MOST_LAYERS && isGzip(contents) && !(await isWanted(contents)); layer++) {
    const inner = await gunzipUpTo(contents, limit);
    if ('reason' in inner) return inner;
    contents = inner.contents;
  }
  return { contents };
}

async function gunzipUpTo(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Unpacked> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { contents: joined(parts, length) };
      length += value.length;
      if (length > limit) return { reason: 'too-large' };
      parts.push(value);
    }
  } catch {
    return { reason: 'damaged' };
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** The first 16 hex digits of the contents' SHA-256, as in a file's name. */
export async function hashOf(contents: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', contents), 0, 8);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
