/** How a text file was encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk' | 'windows-1252';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  /** `binary`: not text. `unknown-encoding`: text, but in an encoding that is not detected. */
  | { readonly ok: false; readonly reason: 'binary' | 'unknown-encoding' };

/** `TextDecoder`: in every runtime, but not in the language's own types. */
export type Decoder = new (label: string, options: { readonly fatal: true }) => { decode(bytes: Uint8Array): string };

/**
 * Reads a text file: by its byte order mark, else as UTF-8 when every byte fits, else as UTF-16, GBK or Windows-1252 when
 * the bytes look like nothing else. A wrong guess would fill the library with garbage, so doubtful files are refused.
 */
export function decodeText(bytes: Uint8Array, Decoder: Decoder): DecodedText {
  const as = (encoding: Encoding, from = 0): DecodedText => {
    try {
      // gb18030 contains all of GBK.
      const decoder = new Decoder(encoding === 'gbk' ? 'gb18030' : encoding, { fatal: true });
      return { ok: true, text: decoder.decode(bytes.subarray(from)), encoding };
    } catch {
      return { ok: false, reason: 'unknown-encoding' };
    }
  };
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return as('utf-8', 3);
  if (startsWith(bytes, 0xff, 0xfe)) return as('utf-16le', 2);
  if (startsWith(bytes, 0xfe, 0xff)) return as('utf-16be', 2);
  if (!bytes.subarray(0, SAMPLE).includes(0)) {
    const utf8 = as('utf-8');
    if (utf8.ok) return utf8;
    if (looksLikeGbk(bytes)) return as('gbk');
    return looksWestern(bytes) ? as('windows-1252') : { ok: false, reason: 'unknown-encoding' };
  }
  const utf16 = guessUtf16(bytes);
  return utf16 ? as(utf16) : { ok: false, reason: 'binary' };
}

/** Bytes examined for a guess. */
const SAMPLE = 65_536;

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

/** The letters beyond ASCII of the languages written in Windows-1252, by their bytes there. */
const WESTERN = [
  'äöüßé', // German
  'àâæçéèêëîïôœùûüÿ', // French
  'áéíñóúü', // Spanish
  'áàâãçéêíóôõúü', // Portuguese
  'àèéìíòóù', // Italian
  'àçéèíïóòúü', // Catalan
  'åäöé', // Swedish, Finnish
  'æøåéèêóòâô', // Danish, Norwegian
  'áðéíóúýþæö', // Icelandic
  'ëïéèöüêç', // Dutch, Afrikaans
].map((letters) => new Set([...`${letters}${letters.toUpperCase()}`].map(byteOf)));

function byteOf(letter: string): number {
  return { œ: 0x9c, Œ: 0x8c, Ÿ: 0x9f }[letter] ?? letter.charCodeAt(0);
}

/** Punctuation and signs that stand in running text: quotation marks, dashes, `…`, `€`, `«»`, `¿¡`, `°`, `§`, `©`. */
const SIGNS = new Set([
  0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b, 0xa0, 0xa1, 0xa3, 0xa7, 0xa9,
  0xaa, 0xab, 0xae, 0xb0, 0xb7, 0xba, 0xbb, 0xbf,
]);

/**
 * Any bytes can be read as Windows-1252, so they have to look like one of its languages: letters beyond ASCII are few and
 * mostly stand apart, or double as in Finnish (those of Greek, Russian or Japanese stand together), and nearly all are letters of one language
 * (Polish, Czech and Turkish, read so, mix several).
 */
function looksWestern(bytes: Uint8Array): boolean {
  const letters: number[] = [];
  let apart = 0;
  let latin = 0;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++;
      continue;
    }
    if (SIGNS.has(byte)) continue;
    letters.push(byte);
    const beside = [bytes[at - 1], bytes[at + 1]];
    if (beside.every((other) => other === byte || !isHighLetter(other))) apart++;
  }
  const ofOneLanguage = Math.max(...WESTERN.map((known) => letters.filter((byte) => known.has(byte)).length));
  const count = letters.length;
  return apart >= count * 0.5 && count <= latin * 0.7 && ofOneLanguage >= count * 0.97;
}

const isHighLetter = (byte = 0) => byte >= 0x80 && !SIGNS.has(byte);
