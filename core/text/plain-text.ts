import type { RichNode } from '../note/rich-text.ts';

/** The visible characters of formatted text, without any separators of its own. */
export function plainText(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : plainText(node.children))).join('');
}
