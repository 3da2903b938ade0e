import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * The nodes of a tree parsed from a part of the body, their line numbers shifted to those of the whole body. Changes the tree.
 *
 * @param line The line (1-based) of the body on which the part begins.
 */
export function atLine(tree: Root, line: number): RootContent[] {
  visit(tree, ({ position }: Nodes) => {
    if (position) position.start.line += line - 1;
  });
  return tree.children;
}
