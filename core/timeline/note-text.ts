import type { Block, Edition, Section } from '../note/episode.ts';
import type { RichNode } from '../note/rich-text.ts';

/** What a section says, as plain text, with the glosses apart: they explain, nobody said them. */
export interface SectionText {
  readonly title: string;
  /** One entry per block; the running text without glosses, never trimmed to nothing but possibly empty. */
  readonly paragraphs: readonly string[];
  /** The text of each gloss, without its parentheses' meaning lost: `Annealing: a slow …`. */
  readonly glosses: readonly { readonly term: string; readonly text: string }[];
  /** The talk's own words, where the note carries them; one entry per block that has any. */
  readonly original: readonly string[];
}

/** The plain texts of all sections, in order. */
export function sectionTexts(edition: Edition): readonly SectionText[] {
  return edition.sections.map(sectionText);
}

function sectionText(section: Section): SectionText {
  const glosses: { term: string; text: string }[] = [];
  const paragraphs = section.blocks.map((block) => blockText(block, glosses));
  const original = section.blocks.flatMap((block) =>
    block.original ? [block.original.map((node) => plain(node, null)).join('\n')] : [],
  );
  return { title: section.title, paragraphs, glosses, original };
}

function blockText(block: Block, glosses: { term: string; text: string }[]): string {
  return plain(block.content, glosses);
}

const BREAKING = new Set(['p', 'li', 'tr', 'br', 'pre', 'blockquote', 'h4', 'h5', 'h6', 'td', 'th']);

/** Text of a node. With a list to put them in, glosses are taken out of the text. */
function plain(node: RichNode, glosses: { term: string; text: string }[] | null): string {
  if (node.type === 'text') return node.value;
  let text = '';
  let term = '';
  for (const child of node.children) {
    if (glosses && child.type === 'element' && child.properties.gloss !== undefined) {
      glosses.push({ term, text: plain(child, null) });
      continue;
    }
    const part = plain(child, glosses);
    if (child.type === 'element') term = part;
    text += part;
  }
  return BREAKING.has(node.tagName) ? `${text}\n` : text;
}

/** How much speech a text stands for, in characters of Chinese: a Latin word counts like a Chinese word of two. */
export function spokenLength(text: string): number {
  let length = 0;
  for (const token of text.matchAll(/[\p{L}\p{N}]/gu)) {
    length += token[0] >= '\u2e80' ? 1 : 0.36;
  }
  return length;
}
