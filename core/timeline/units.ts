import { type Token, tokenize } from './features.ts';
import { type Paragraph, type SectionText, spokenLength } from './note-text.ts';

/** A few clauses of the note: the smallest piece that is given a time. */
export interface Unit {
  /** Position of its section in the edition. */
  readonly section: number;
  /** Whether it is the first of its section. */
  readonly opens: boolean;
  /** The amount of speech it corresponds to; see {@link spokenLength}. */
  readonly length: number;
  readonly tokens: readonly Token[];
}

/** Whole-section units triple the error, single clauses are too poor in words to be recognised. */
const UNIT_LENGTH = 38;

const CLAUSE_END = /(?<=[。！？；…!?;\n]["”’』」)）]{0,6})|(?<=[.]["”’)]{0,6}\s)|(?<=[，,：:])/u;

/**
 * Cuts sections into units, in order; a section without title and text has none. The title is a unit of its own: it is
 * not spoken, but its words distinguish the section from its neighbours.
 *
 * @param wording Which words of a paragraph to go by: the note's, or the talk's own.
 */
export function unitsOf(
  sections: readonly SectionText[],
  wording: (paragraph: Paragraph) => string = ({ text }) => text,
): readonly Unit[] {
  const units: Unit[] = [];
  for (const [index, section] of sections.entries()) {
    let opens = true;
    const title = { text: section.title, pace: section.paragraphs[0]?.pace ?? 1 };
    for (const { text, pace } of [title, ...section.paragraphs.map((p) => ({ text: wording(p), pace: p.pace }))]) {
      for (const piece of cut(text)) {
        units.push({ section: index, opens, length: spokenLength(piece) * pace, tokens: tokenize(piece) });
        opens = false;
      }
    }
  }
  return units;
}

/** For each section the number of its first unit; for one without units that of the next section that has some. */
export function firstUnits(units: readonly Unit[], sections: number): readonly number[] {
  const first = new Array<number>(sections).fill(units.length);
  for (let u = units.length - 1; u >= 0; u--) first[units[u]?.section ?? 0] = u;
  for (let s = sections - 2; s >= 0; s--) {
    if (first[s] === units.length) first[s] = first[s + 1] ?? units.length;
  }
  return first;
}

/** Cuts a paragraph at the ends of its clauses into pieces of about {@link UNIT_LENGTH}. */
function cut(paragraph: string): readonly string[] {
  const total = spokenLength(paragraph);
  if (total === 0) return [];
  const target = total / Math.max(1, Math.round(total / UNIT_LENGTH));
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const clause of paragraph.split(CLAUSE_END)) {
    const more = spokenLength(clause);
    if (length > 0 && length + more / 2 > target) {
      pieces.push(piece);
      piece = '';
      length = 0;
    }
    piece += clause;
    length += more;
  }
  if (length > 0) pieces.push(piece);
  else if (pieces.length > 0) pieces[pieces.length - 1] += piece;
  return pieces;
}
