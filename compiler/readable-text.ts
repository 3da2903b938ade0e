import type { Finding } from '../core/note/problem.ts';
import type { Reporter } from './reporter.ts';
import { characterReplaced } from './rules/character-replaced.ts';
import { MOST_MARKS, marksShortened } from './rules/text-shortened.ts';

/** NUL, half characters, and orders to write everything that follows backwards. */
const UNFIT = /[\0\u202D\u202E]|\p{Cs}/gu;
const MARKS = /\p{M}+/gu;

/**
 * The text without what would only move columns (byte order mark, Windows line ends), cannot be stored, shows something else
 * than it says, or stalls whatever compares or draws it.
 */
export function readableText(text: string, report: Reporter): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const stored = replaced(plain, UNFIT, () => '\uFFFD', characterReplaced, report);
  return replaced(stored, MARKS, firstMarks, marksShortened, report);
}

/** Replaces what matches and reports the first place where that changed something. */
function replaced(
  text: string,
  pattern: RegExp,
  replacement: (match: string) => string,
  finding: () => Finding,
  report: Reporter,
): string {
  let first = -1;
  const result = text.replaceAll(pattern, (match, at: number) => {
    const put = replacement(match);
    if (put !== match && first < 0) first = at;
    return put;
  });
  if (first >= 0) report.place(finding(), text.slice(0, first).split('\n').length);
  return result;
}

const firstMarks = (marks: string) => (marks.length > MOST_MARKS ? [...marks].slice(0, MOST_MARKS).join('') : marks);
