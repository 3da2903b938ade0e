import { readFile } from 'node:fs/promises';
import { type DecodedText, decodeText } from '../core/text/decode-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * The text of a file named on the command line, in any known encoding.
 *
 * @param what What the file should be: `note`, `transcript`.
 * @throws {UsageError} when there is no such file, or it is not text.
 */
export async function readNamedText(file: string, what: string): Promise<Extract<DecodedText, { ok: true }>> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(`${file}: ${reasonOf(error)}. Give the path of the ${what}.`);
  });
  const decoded = decodeText(bytes, TextDecoder);
  if (decoded.ok) return decoded;
  if (decoded.reason === 'binary') throw new UsageError(`${file}: this is not text. Give the path of the ${what}.`);
  throw new UsageError(`${file}: its encoding is unknown. Save it as UTF-8.`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`;
}
