import type { RichElement } from '../core/note/rich-text.ts';

/** A block being built: its content, and the original, in the language of the talk. */
export interface Draft {
  readonly content: RichElement;
  part?: number;
  original?: readonly RichElement[];
}

/** An item of a section, in document order: blocks of the note, or originals of the blocks beside them. */
export type Item =
  | { readonly kind: 'blocks'; readonly blocks: readonly Draft[] }
  | { readonly kind: 'original'; readonly elements: readonly RichElement[] };

/**
 * Pairs originals with their translations. Most notes put them after the translation, some before: a section that begins with
 * an original and does not end with one is of the second kind.
 */
export function withOriginals(items: readonly Item[]): Draft[] {
  const before = items[0]?.kind === 'original' && items.at(-1)?.kind !== 'original';
  const drafts: Draft[] = [];
  let alone: Draft[] = [];
  for (const item of before ? items.toReversed() : items) {
    if (item.kind === 'blocks') {
      const blocks = before ? item.blocks.toReversed() : item.blocks;
      drafts.push(...blocks);
      alone.push(...blocks);
    } else {
      const elements = before ? item.elements.toReversed() : item.elements;
      drafts.push(...pair(alone, elements, before));
      alone = [];
    }
  }
  return before ? drafts.reverse() : drafts;
}

/** Gives originals to the blocks without one; when there is no such block, returns a block for each original. */
function pair(alone: readonly Draft[], elements: readonly RichElement[], before: boolean): Draft[] {
  const nearest = alone.at(-1);
  if (elements.length === 0) return [];
  if (!nearest) return elements.map((content) => ({ content, original: [content] }));
  if (alone.length === elements.length) {
    for (const [index, element] of elements.entries()) (alone[index] as Draft).original = [element];
  } else nearest.original = before ? elements.toReversed() : elements;
  return [];
}
