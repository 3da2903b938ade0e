import type { Reporter } from './reporter.ts';
import { characterReplaced } from './rules/character-replaced.ts';

/** The text without what would only move columns (byte order mark, Windows line ends) or cannot be stored. */
export function readableText(text: string, report: Reporter): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const storable = plain.replaceAll(/\0|\p{Cs}/gu, '\uFFFD');
  const at =
    storable === plain ? -1 : [...Array(plain.length).keys()].find((index) => plain[index] !== storable[index]);
  if (at !== undefined && at >= 0) report.place(characterReplaced(), plain.slice(0, at).split('\n').length);
  return storable;
}
