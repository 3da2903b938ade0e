import type { Sentence, ValuesOf } from '../../core/note/sentence.ts';
import { error, type Finding, thousands } from './rule.ts';

/**
 * What one note may be. The largest of the real archive has 1.1 MB and 191 headings; the limits leave room above it and
 * keep any single note, however hostile, from taking the browser's memory or more than a moment of its time. Reading
 * Markdown takes as long as there are marks in it, and the square of those in one paragraph.
 */
const LIMITS = {
  /** UTF-16 code units. */
  size: 4_000_000,
  line: 1_000_000,
  lines: 20_000,
  headings: 3_000,
  /** Characters that may begin formatting, in the whole note and between two blank lines. */
  marks: 100_000,
  paragraph: 5_000,
  /** Quotes and lists within each other; brackets in a row. */
  depth: 60,
  row: 300,
  /** Cells of one table. */
  cells: 10_000,
};

const MARK = /[*_~`$[\]<>&!@\\()（）|#]|:\/\//g;
const HEADING = /^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)/;
const DEEP = new RegExp(`^[ \\t]*(?:(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))[ \\t]*){${LIMITS.depth},}`);
const ROW = new RegExp(`[[!(（<&]{${LIMITS.row},}|[*_~\`]{${LIMITS.row},}`);
const LIST = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** @param values The last of them is the limit. */
const limit = <S extends Extract<Sentence, `limit.${string}`>>(
  sentence: S,
  values: ValuesOf<S>,
  what: string,
  mend: string,
) => error(sentence, values, `${what}, the limit is ${values.at(-1)}: ${mend}`);

type Counted = 'lines' | 'headings' | 'marks' | 'paragraph' | 'cells' | 'depth' | 'row';

/** More than the limit; nobody counts on, so that there is no figure but the limit's. */
const over = (counted: Counted, what: string, mend: string) =>
  limit(`limit.${counted}`, [thousands(LIMITS[counted])], what, mend);

/** The limit a note exceeds and the line it does so on; `null` for every reasonable note. */
export function limitExceeded(text: string): { readonly finding: Finding; readonly line: number } | null {
  if (text.length > LIMITS.size) {
    const count = thousands(text.length);
    const values = [count, thousands(LIMITS.size)] as const;
    return { finding: limit('limit.characters', values, `the note has ${count} characters`, 'split it'), line: 1 };
  }
  const counts = { lines: 0, headings: 0, marks: 0, paragraph: 0, rows: 0, columns: 0 };
  const indents = new Set<number>();
  for (const line of linesOf(text)) {
    counts.lines++;
    const blank = line.trim() === '';
    const marks = line.match(MARK)?.length ?? 0;
    counts.marks += marks;
    counts.paragraph = blank ? 0 : counts.paragraph + marks;
    counts.rows = blank ? 0 : counts.rows + 1;
    counts.columns = blank ? 0 : Math.max(counts.columns, line.split('|').length - 1);
    if (HEADING.test(line)) counts.headings++;
    const indent = LIST.exec(line)?.[1];
    if (indent !== undefined) indents.add(indent.length);
    const finding = exceeded(line, counts, Math.max(indents.size, DEEP.test(line) ? LIMITS.depth : 0));
    if (finding) return { finding, line: counts.lines };
  }
  return null;
}

function exceeded(line: string, counts: Readonly<Record<string, number>>, depth: number): Finding | null {
  const { lines = 0, headings = 0, marks = 0, paragraph = 0, rows = 0, columns = 0 } = counts;
  if (line.length > LIMITS.line) {
    const count = thousands(line.length);
    const values = [count, thousands(LIMITS.line)] as const;
    return limit('limit.line', values, `a line has ${count} characters`, 'break it into paragraphs');
  }
  if (lines > LIMITS.lines) return over('lines', 'the note has more lines', 'split it');
  if (headings > LIMITS.headings) return over('headings', 'the note has more headings', 'split it');
  if (marks > LIMITS.marks) return over('marks', 'the note has more brackets, stars and other marks', 'split it');
  if (paragraph > LIMITS.paragraph) {
    return over('paragraph', 'a paragraph has more brackets, stars and other marks', 'put blank lines into it');
  }
  if (rows * columns > LIMITS.cells) return over('cells', 'a table has more cells', 'split it');
  if (depth >= LIMITS.depth) return over('depth', 'quotes or lists lie deeper in each other', 'flatten them');
  if (ROW.test(line)) return over('row', 'more marks stand in a row', 'remove them');
  return null;
}

/** One line after the other: a note of line ends alone would otherwise be millions of strings at once. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}
