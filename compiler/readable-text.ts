import type { Reporter } from './reporter.ts';
import { characterReplaced } from './rules/character-replaced.ts';

const UNSTORABLE = /\0|\p{Cs}/gu;

/** The text without what would only move columns (byte order mark, Windows line ends) or cannot be stored. */
export function readableText(text: string, report: Reporter): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const at = plain.search(UNSTORABLE);
  if (at < 0) return plain;
  report.place(characterReplaced(), plain.slice(0, at).split('\n').length);
  return plain.replaceAll(UNSTORABLE, '\uFFFD');
}
