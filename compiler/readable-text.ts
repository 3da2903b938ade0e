import type { Finding } from '../core/note/problem.ts';
import type { Reporter } from './reporter.ts';
import { characterReplaced } from './rules/character-replaced.ts';
import { MOST_MARKS, marksShortened } from './rules/text-shortened.ts';

/** NUL, unpaired surrogates, and overrides of the writing direction. */
const UNFIT = /[\0\u202D\u202E]|\p{Cs}/gu;
const MARKS = /\p{M}+/gu;

/**
 * The text without a byte order mark and Windows line ends, characters that cannot be stored or that reverse the text, and
 * excessive combining marks, which stall rendering and comparison.
 */
export function readableText(text: string, report: Reporter): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const stored = replaced(plain, UNFIT, () => '\uFFFD', characterReplaced, report);
  return mayHoldManyMarks(stored) ? replaced(stored, MARKS, firstMarks, marksShortened, report) : stored;
}

/** A quick test before the thorough one: basic Latin and Chinese characters are not marks. */
function mayHoldManyMarks(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    run = unit < 0x300 || (unit >= 0x3400 && unit < 0xa000) ? 0 : run + 1;
    if (run > MOST_MARKS) return true;
  }
  return false;
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
