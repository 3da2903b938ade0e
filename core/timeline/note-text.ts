import type { Block, Edition, Section } from '../note/episode.ts';
import type { RichNode } from '../note/rich-text.ts';

/** What a section says, as plain text. Of glosses only the names stay: explanations were not spoken in the talk. */
export interface SectionText {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly text: string;
  /** The original words of the talk, where the note has them. */
  readonly original: string | null;
  /** The speech it corresponds to, as a multiple of what its length suggests; 1 by default. */
  readonly pace: number;
}

/** The plain texts of all sections, in order. */
export function sectionTexts(edition: Edition): readonly SectionText[] {
  const paces = pacesOf(edition.sections);
  return edition.sections.map((section) => ({
    title: section.title,
    paragraphs: section.blocks.map((block) => paragraphOf(block, paces.get(block) ?? 1)),
  }));
}

function paragraphOf(block: Block, pace: number): Paragraph {
  return {
    text: plain(block.content),
    original: block.original ? block.original.map(plain).join('\n') : null,
    pace,
  };
}

/** The text between two marks of parts. */
interface Part {
  readonly number: number;
  readonly blocks: Block[];
  length: number;
}

/** Fewer marks than this are not compared with each other. */
const FEWEST_PARTS = 3;
/** A part more than this much longer or shorter than the others was cut or merged. */
const MOST_UNLIKE = 2.5;

/**
 * How much speech each block stands for, by the marks of parts: all parts of a talk but the last hold the same amount of
 * speech, whatever the length of their translations. Empty for a note without marks.
 */
function pacesOf(sections: readonly Section[]): ReadonlyMap<Block, number> {
  const parts: Part[] = [{ number: 1, blocks: [], length: 0 }];
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const now = parts.at(-1) as Part;
    if (block.part !== undefined && block.part > now.number) {
      parts.push({ number: block.part, blocks: [], length: 0 });
    }
    const part = parts.at(-1) as Part;
    part.blocks.push(block);
    part.length += spokenLength(plain(block.content));
  }
  const paces = new Map<Block, number>();
  if (parts.length < FEWEST_PARTS) return paces;
  const last = parts.at(-1) as Part;
  const whole = parts.slice(0, -1);
  const usual = whole.reduce((sum, { length }) => sum + length, 0) / (last.number - 1);
  let before = 0;
  let after = 0;
  for (const [i, { number, blocks, length }] of parts.entries()) {
    const expected = usual * ((parts[i + 1]?.number ?? number + 1) - number);
    const factor = number === last.number ? Math.min(1, expected / length) : expected / length;
    const pace = factor > 1 / MOST_UNLIKE && factor < MOST_UNLIKE ? factor : 1;
    for (const block of blocks) paces.set(block, pace);
    before += length;
    after += length * pace;
  }
  for (const [block, pace] of paces) paces.set(block, (pace * before) / after);
  return paces;
}

const BREAKING = new Set(['p', 'li', 'tr', 'br', 'pre', 'blockquote', 'h4', 'h5', 'h6', 'td', 'th']);
/** A gloss that is no more than another name, or the name before its colon, was probably said. */
const NAME_IN_GLOSS = /^[\s（(]*([\p{Script=Latin}][\p{Script=Latin}\p{M}\d .,&+/'’-]{0,60})(?=[:：，,）)]|$)/u;

function plain(node: RichNode): string {
  if (node.type === 'text') return node.value;
  const text = node.children.map(plain).join('');
  if (node.properties.gloss !== undefined) return ` ${NAME_IN_GLOSS.exec(text)?.[1] ?? ''} `;
  return BREAKING.has(node.tagName) ? `${text}\n` : text;
}

/** A Latin letter takes about a third of the time of a Han character. */
const LATIN_LETTER = 0.36;

/** The amount of speech that a text corresponds to, in Han characters. Punctuation and spaces take no time. */
export function spokenLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
      if (letter) length += LATIN_LETTER;
    } else if (code >= 0x3041 && code < 0xff00) length += 1;
    else if (code >= 0xc0 && code < 0x2000) length += LATIN_LETTER;
  }
  return length;
}
