import { revisionNow } from './schema.ts';

/** Names a file's content, and the form it is compiled to. */
export async function revisionOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return revisionNow([...hash.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}
