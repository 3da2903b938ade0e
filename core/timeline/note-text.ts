import type { Block, Edition, Section } from '../note/episode.ts';
import type { RichNode } from '../note/rich-text.ts';

/** What a section says, as plain text. Glosses are left out but for the names in them: they explain, nobody said them. */
export interface SectionText {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly text: string;
  /** The talk's own words, where the note carries them. */
  readonly original: string | null;
}

/** The plain texts of all sections, in order. */
export function sectionTexts(edition: Edition): readonly SectionText[] {
  return edition.sections.map(sectionText);
}

function sectionText(section: Section): SectionText {
  return { title: section.title, paragraphs: section.blocks.map(paragraphOf) };
}

function paragraphOf(block: Block): Paragraph {
  return {
    text: plain(block.content),
    original: block.original ? block.original.map(plain).join('\n') : null,
  };
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

/** How much speech a text stands for, in Han characters. Punctuation and spaces take no time. */
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
