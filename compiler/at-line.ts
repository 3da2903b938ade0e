import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a part of the body was parsed to, with its nodes' lines in the whole of it. @param line Where the part begins. */
export function atLine(tree: Root, line: number): RootContent[] {
  visit(tree, ({ position }: Nodes) => {
    if (position) position.start.line += line - 1;
  });
  return tree.children;
}
