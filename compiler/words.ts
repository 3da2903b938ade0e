import type { Nodes } from 'mdast';

/** The plain words of some Markdown; a break is a line's end. */
export function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if ('value' in node && node.type !== 'html') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}
