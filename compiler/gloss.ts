import type { RichElement, RichNode } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';

/** A term and the parenthesis that explains it, as found in the text. */
export interface Gloss {
  readonly names: readonly string[];
  readonly definition: string;
}

const OPEN = new Set(['(', '（']);
const CLOSE = new Set([')', '）']);

/** Index just after the parenthesis that opens at 0, or -1 when it never closes. */
function balancedEnd(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (OPEN.has(char)) depth++;
    if (CLOSE.has(char) && --depth === 0) return index + 1;
  }
  return -1;
}

function readGloss(term: string, inside: string): Gloss | null {
  const colon = /^([^:：]{1,80})[:：]\s*(.+)$/s.exec(inside);
  if (!colon) return null;
  const names = (colon[1] ?? '').split(/\s+[/／]\s+/).map((name) => name.trim());
  return { names: [...new Set([term, ...names])].filter(Boolean), definition: (colon[2] ?? '').trim() };
}

/**
 * Marks bold terms that are followed by their gloss: the term becomes a `dfn`, the parenthesis a `span`, both naming the
 * entry that `register` gives the gloss.
 */
export function markGlosses(element: RichElement, register: (gloss: Gloss) => string): RichElement {
  const children: RichNode[] = [];
  const queue = [...element.children];
  for (let index = 0; index < queue.length; index++) {
    const node = queue[index] as RichNode;
    const next = queue[index + 1];
    if (node.type === 'element' && node.tagName === 'strong' && next?.type === 'text' && /^ ?[(（]/.test(next.value)) {
      const end = balancedEnd(next.value);
      const gloss =
        end > 0
          ? readGloss(
              plainText([node]).trim(),
              next.value.trimStart().slice(1, -1 + end - (next.value.startsWith(' ') ? 1 : 0)),
            )
          : null;
      if (gloss) {
        const id = register(gloss);
        children.push({ type: 'element', tagName: 'dfn', properties: { term: id }, children: node.children });
        children.push({
          type: 'element',
          tagName: 'span',
          properties: { gloss: id },
          children: [{ type: 'text', value: next.value.slice(0, end) }],
        });
        if (end < next.value.length) children.push({ type: 'text', value: next.value.slice(end) });
        index++;
        continue;
      }
    }
    children.push(node.type === 'element' ? markGlosses(node, register) : node);
  }
  return { ...element, children };
}
