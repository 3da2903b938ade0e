import { error, type Finding } from '../../core/note/problem.ts';

/**
 * The limits of one note. The largest of the real archive has 1.1 MB and 191 headings; the limits leave room above that and
 * keep any single note, however hostile, from using up the browser's memory or more than a moment of its time. Parsing time
 * is linear in the number of marks in a note, and quadratic in those of one paragraph.
 */
const LIMITS = {
  /** UTF-16 code units. */
  size: 4_000_000,
  line: 1_000_000,
  lines: 20_000,
  headings: 3_000,
  /** Headings underlined by `===` or `---`: parsing them takes quadratic time. */
  underlined: 1_000,
  /** Characters that may begin formatting, in the whole note and in one paragraph. */
  marks: 100_000,
  paragraph: 5_000,
  /** Nested quotes and lists; brackets in a row. */
  depth: 60,
  row: 300,
  /** Cells of one table. */
  cells: 10_000,
};

const MARK = /[*_~`$[\]<>&!@\\()（）|#]|:\/\//g;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;
const HEADING = /^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)/;
const DEEP = new RegExp(`^[ \\t]*(?:(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))[ \\t]*){${LIMITS.depth},}`);
const ROW = new RegExp(`[[!(（<&]{${LIMITS.row},}|[*_~\`]{${LIMITS.row},}`);
const LIST = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Counting stops at the limit, so most of these sentences give no other figure. */
export const limit = {
  characters: (count: number) => error('limit.characters', { count, most: LIMITS.size }),
  line: (count: number) => error('limit.line', { count, most: LIMITS.line }),
  lines: () => error('limit.lines', { most: LIMITS.lines }),
  headings: (most: number) => error('limit.headings', { most }),
  marks: () => error('limit.marks', { most: LIMITS.marks }),
  paragraph: () => error('limit.paragraph', { most: LIMITS.paragraph }),
  cells: () => error('limit.cells', { most: LIMITS.cells }),
  depth: () => error('limit.depth', { most: LIMITS.depth }),
  row: () => error('limit.row', { most: LIMITS.row }),
};

/** The first limit a note exceeds, and the line (1-based) where it does; `null` when it exceeds none. */
export function limitExceeded(text: string): { readonly finding: Finding; readonly line: number } | null {
  if (text.length > LIMITS.size) return { finding: limit.characters(text.length), line: 1 };
  const counts = { lines: 0, headings: 0, underlined: 0, marks: 0, paragraph: 0, rows: 0, columns: 0 };
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
    if (counts.rows > 1 && UNDERLINE.test(line)) counts.underlined++;
    const indent = LIST.exec(line)?.[1];
    if (indent !== undefined) indents.add(indent.length);
    const finding = exceeded(line, counts, Math.max(indents.size, DEEP.test(line) ? LIMITS.depth : 0));
    if (finding) return { finding, line: counts.lines };
  }
  return null;
}

function exceeded(line: string, counts: Readonly<Record<string, number>>, depth: number): Finding | null {
  const { lines = 0, headings = 0, underlined = 0, marks = 0, paragraph = 0, rows = 0, columns = 0 } = counts;
  if (line.length > LIMITS.line) return limit.line(line.length);
  if (lines > LIMITS.lines) return limit.lines();
  if (headings > LIMITS.headings) return limit.headings(LIMITS.headings);
  if (underlined > LIMITS.underlined) return limit.headings(LIMITS.underlined);
  if (marks > LIMITS.marks) return limit.marks();
  if (paragraph > LIMITS.paragraph) return limit.paragraph();
  if (rows * columns > LIMITS.cells) return limit.cells();
  if (depth >= LIMITS.depth) return limit.depth();
  if (ROW.test(line)) return limit.row();
  return null;
}

/** Yields one line at a time: `split` would make millions of strings at once of a note of only line breaks. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}
