import { plainText } from '../text/plain-text.ts';
import type { RichElement, RichNode } from './rich-text.ts';
import type { FindText } from './search-note.ts';

/**
 * The glossary entry whose folded explanation holds what is sought, when that is where it stands first in a block's
 * words: a reader sees it only when the term is opened.
 *
 * @returns The entry's id; `null` when the words stand in the open first, or nowhere.
 */
export function foldedGloss(content: RichElement, find: FindText): string | null {
  let open = '';
  for (const { gloss, text } of stretches(content)) {
    if (gloss === null) {
      open += text;
      continue;
    }
    if (find(open).length > 0) return null;
    if (find(text).length > 0) return gloss;
    open = '';
  }
  return null;
}

interface Stretch {
  /** The entry a gloss belongs to; `null` for words in the open. */
  readonly gloss: string | null;
  readonly text: string;
}

function stretches(node: RichNode): readonly Stretch[] {
  if (node.type === 'text') return [{ gloss: null, text: node.value }];
  const { gloss } = node.properties;
  if (gloss !== undefined) return [{ gloss: String(gloss), text: plainText([node]) }];
  return node.children.flatMap(stretches);
}
