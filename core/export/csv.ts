/** In Excel a file without it is taken for the system's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A cell of CSV (RFC 4180), quoted where it must be. A text that spreadsheets would run as a formula gets an apostrophe
 * before it, also where the sign is a wide one or behind white space.
 */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text) ? `'${text}` : text;
  return /[",\r\n]|^[#\s]|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file of lines. */
export const csvFile = (lines: readonly string[]): string =>
  `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
