import { plainText } from '../text/plain-text.ts';
import type { Block, LanguageTag, Section } from './episode.ts';
import type { RichElement, RichNode } from './rich-text.ts';

const BREAKING = new Set(['p', 'li', 'tr', 'pre', 'blockquote', 'ul', 'ol', 'table', 'h4', 'h5', 'h6']);

function lines(node: RichNode): string {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'ol') return numbered(node);
  const text = node.children.map(lines).join('');
  if (node.tagName === 'td' || node.tagName === 'th') return `${text}\t`;
  return BREAKING.has(node.tagName) ? `${text.trimEnd()}\n` : text;
}

/** The items of a numbered list with the numbers a reader sees. */
function numbered(list: RichElement): string {
  let number = typeof list.properties.start === 'number' ? list.properties.start : 1;
  return list.children
    .map((item) => (item.type === 'element' && item.tagName === 'li' ? `${number++}. ${lines(item)}` : lines(item)))
    .join('');
}

/** The visible words of an element. */
export const elementText = (element: RichElement): string => lines(element).trim();

/**
 * A block's words in the note's language: who speaks, and what, glosses and all.
 *
 * @param language The note's, for readers: in Chinese the speaker's colon is the wide one.
 */
export function blockText(block: Block, language: LanguageTag = ''): string {
  const text = elementText(block.content);
  const colon = language.startsWith('zh') ? '：' : ': ';
  return block.speaker === undefined ? text : `${block.speaker}${colon}${text}`;
}

/** A block's words in the language of the talk; empty when the note does not carry them. */
export function originalText(block: Block): string {
  return (block.original ?? []).map(elementText).join('\n');
}

/** All of a section's visible words: paragraphs separated by blank lines, each followed by its original, if any. */
export function sectionText(section: Section): string {
  return section.blocks
    .flatMap((block) => [blockText(block), ...(block.original ?? []).map(elementText)])
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The plain words of a summary. */
export function summaryText(summary: readonly RichNode[]): string {
  return summary.map((node) => plainText([node])).join('\n\n');
}
