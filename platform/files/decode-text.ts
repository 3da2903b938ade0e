/** How a text file was encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  /** `binary`: no text at all. `unknown-encoding`: text, but in none of the encodings that can be told apart. */
  | { readonly ok: false; readonly reason: 'binary' | 'unknown-encoding' };

/**
 * Reads a text file: by its byte order mark, else as UTF-8 when every byte fits, else as UTF-16 or GBK when the bytes
 * look like nothing else. A wrong guess would fill the library with garbage, so what is doubtful is refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decode(bytes.subarray(3), 'utf-8');
  if (startsWith(bytes, 0xff, 0xfe)) return decode(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decode(bytes.subarray(2), 'utf-16be');
  if (!bytes.subarray(0, SAMPLE).includes(0)) {
    const utf8 = decode(bytes, 'utf-8');
    if (utf8.ok) return utf8;
    return looksLikeGbk(bytes) ? decode(bytes, 'gbk') : { ok: false, reason: 'unknown-encoding' };
  }
  const utf16 = guessUtf16(bytes);
  return utf16 ? decode(bytes, utf16) : { ok: false, reason: 'binary' };
}

/** Bytes looked at for a guess. */
const SAMPLE = 65_536;

function decode(bytes: Uint8Array, encoding: Encoding): DecodedText {
  try {
    // gb18030 holds all of GBK.
    const text = new TextDecoder(encoding === 'gbk' ? 'gb18030' : encoding, { fatal: true }).decode(bytes);
    return { ok: true, text, encoding };
  } catch {
    return { ok: false, reason: 'unknown-encoding' };
  }
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, position) => bytes[position] === byte);
}

/** Front matter is Latin, so UTF-16 has zeros, nearly all on one side (一 is 4E00). */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 8 && even * 5 < odd) return 'utf-16le';
  if (even > 8 && odd * 5 < even) return 'utf-16be';
  return null;
}

/** The commonest characters of modern Chinese, in GBK: 的一是不了在有人我他这个们中来上大为和国. */
const COMMON = new Set([
  0xb5c4, 0xd2bb, 0xcac7, 0xb2bb, 0xc1cb, 0xd4da, 0xd3d0, 0xc8cb, 0xced2, 0xcbfb, 0xd5e2, 0xb8f6, 0xc3c7, 0xd6d0,
  0xc0b4, 0xc9cf, 0xb4f3, 0xceaa, 0xbacd, 0xb9fa,
]);

/**
 * Nearly any bytes can be read as GBK, so its plain part is asked for: at least nine pairs in ten within GB 2312's Han
 * characters and punctuation (Big5 and Shift-JIS fail), few of them kana (EUC-JP fails), and the commonest characters
 * of Chinese as often as in Chinese (EUC-KR fails). They make up about a sixth of running text; one in fifty is enough.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let plain = 0;
  let kana = 0;
  let common = 0;
  const end = Math.min(bytes.length - 1, SAMPLE);
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) plain++;
    if (lead === 0xa4 || lead === 0xa5) kana++;
    if (COMMON.has(lead * 256 + trail)) common++;
  }
  return pairs > 0 && plain >= pairs * 0.9 && kana <= pairs * 0.1 && common >= pairs * 0.02;
}
