import { error, type Finding } from './rule.ts';

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
  /** Blocks of original text. */
  details: 6_000,
};

const limit = error(
  'limit',
  (what: string, most: number, mend: string) => `${what}, the limit is ${thousands(most)}: ${mend}`,
);

const DEEP = new RegExp(`^(?:[ \\t]*(?:>[ \\t]?|[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+)){${LIMITS.depth},}`, 'm');
const BRACKETS = new RegExp(`[[!(（<&]{${LIMITS.brackets},}`);
const EMPHASIS = /[*_~]{300,}|(?:[*_]{1,3}[^\s*_]{0,2}){4000,}/;

function thousands(count: number): string {
  return count.toLocaleString('en');
}

/** The limit a note exceeds and the line it does so on; `null` for every reasonable note. */
export function limitExceeded(text: string): { readonly finding: Finding; readonly line: number } | null {
  const whole = (finding: Finding) => ({ finding, line: 1 });
  if (text.length > LIMITS.size) {
    return whole(limit(`the note has ${thousands(text.length)} characters`, LIMITS.size, 'split it'));
  }
  const lines = text.split('\n');
  let headings = 0;
  for (const [index, line] of lines.entries()) {
    const here = (finding: Finding) => ({ finding, line: index + 1 });
    if (line.length > LIMITS.line) {
      return here(limit(`a line has ${thousands(line.length)} characters`, LIMITS.line, 'break it into paragraphs'));
    }
    if (/^ {0,3}#{1,6}(\s|$)/.test(line)) headings++;
    if (line.length > LIMITS.cells && line.split('|').length > LIMITS.cells) {
      return here(limit('a row of a table has too many cells', LIMITS.cells, 'make it a list'));
    }
  }
  const count = (what: string) => text.split(what).length - 1;
  const counted = [
    ['headings', headings, LIMITS.headings],
    ['opening brackets', count('['), LIMITS.links],
    ['marks of bold text', count('**'), LIMITS.bold],
    ['`<details>` blocks', count('<details'), LIMITS.details],
  ] as const;
  for (const [what, found, most] of counted) {
    if (found > most) return whole(limit(`the note has ${thousands(found)} ${what}`, most, 'split it'));
  }
  if (DEEP.test(text)) return whole(limit('quotes or lists lie too deep in each other', LIMITS.depth, 'flatten them'));
  if (BRACKETS.test(text)) return whole(limit('opening brackets stand in a row', LIMITS.brackets, 'remove them'));
  if (EMPHASIS.test(text)) return whole(limit('marks of emphasis stand in a row', 300, 'remove them'));
  return null;
}
