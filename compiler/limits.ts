/**
 * What one note may be. The largest of the real archive has 1.1 MB and 191 headings; the limits leave room above it and
 * keep any single note, however hostile, from taking the browser's memory or more than a moment of its time.
 */
const LIMITS = {
  /** UTF-16 code units. */
  size: 4_000_000,
  line: 1_000_000,
  headings: 3_000,
  /** Block quotes and lists within each other. */
  depth: 60,
  /** Opening brackets in a row, and all square ones: each is tried as the start of a link or a gloss. */
  brackets: 300,
  links: 6_000,
  /** Marks of bold text, and cells in a row of a table. */
  bold: 12_000,
  cells: 300,
};

const DEEP = new RegExp(`^(?:[ \\t]*(?:>[ \\t]?|[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+)){${LIMITS.depth},}`, 'm');
const BRACKETS = new RegExp(`[[!(（<&]{${LIMITS.brackets},}`);
const EMPHASIS = /[*_~]{300,}|(?:[*_]{1,3}[^\s*_]{0,2}){4000,}/;

/** The limit a note exceeds, in words; `null` for every reasonable note. */
export function exceededLimit(text: string): string | null {
  const thousands = (count: number) => count.toLocaleString('en');
  if (text.length > LIMITS.size) {
    return `the note has ${thousands(text.length)} characters, the limit is ${thousands(LIMITS.size)}: split it`;
  }
  let headings = 0;
  for (const line of text.split('\n')) {
    if (line.length > LIMITS.line) {
      return `a line has ${thousands(line.length)} characters, the limit is ${thousands(LIMITS.line)}: break it into paragraphs`;
    }
    if (/^ {0,3}#{1,6}(\s|$)/.test(line)) headings++;
    if (line.length > LIMITS.cells && line.split('|').length > LIMITS.cells) {
      return `a row of a table has more than ${LIMITS.cells} cells`;
    }
  }
  if (headings > LIMITS.headings) {
    return `the note has ${thousands(headings)} headings, the limit is ${thousands(LIMITS.headings)}: split it`;
  }
  if (DEEP.test(text)) return `quotes or lists are nested more than ${LIMITS.depth} deep`;
  if (BRACKETS.test(text)) return `more than ${LIMITS.brackets} opening brackets stand in a row`;
  const links = text.split('[').length - 1;
  if (links > LIMITS.links)
    return `the note has ${thousands(links)} opening brackets, the limit is ${thousands(LIMITS.links)}`;
  const bold = text.split('**').length - 1;
  if (bold > LIMITS.bold)
    return `the note has ${thousands(bold)} marks of bold text, the limit is ${thousands(LIMITS.bold)}`;
  if (EMPHASIS.test(text)) return 'an endless run of emphasis marks';
  return null;
}
