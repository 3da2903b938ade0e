import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Footnotes as a reader knows them: a raised number where one is called, the note itself at the end of the section that
 * calls it first. Numbers follow the text, whatever the labels are. A note that nothing calls stays where it is.
 *
 * The tree is changed in place; one without footnotes stays as it is.
 */
export function placeFootnotes(tree: Root): void {
  const notes = new Map<string, FootnoteDefinition>();
  for (const node of tree.children) if (node.type === 'footnoteDefinition') notes.set(node.identifier, node);
  if (notes.size === 0) return;
  const called = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => {
    called.add(identifier);
  });
  const numbers = new Map<string, number>();
  const placed: RootContent[] = [];
  const waiting: RootContent[] = [];
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') {
      if (!called.has(node.identifier)) placed.push(...node.children);
      continue;
    }
    if (node.type === 'heading') placed.push(...waiting.splice(0));
    visit(node, 'footnoteReference', (reference) => {
      const note = notes.get(reference.identifier);
      if (!note) return;
      const known = numbers.get(reference.identifier);
      const number = known ?? numbers.size + 1;
      numbers.set(reference.identifier, number);
      Object.assign(reference, raised(number));
      if (known === undefined) waiting.push(...numbered(note, number));
    });
    placed.push(node);
  }
  tree.children = [...placed, ...waiting];
}

const raised = (number: number): PhrasingContent => ({ type: 'text', value: String(number), data: { hName: 'sup' } });

function numbered({ children }: FootnoteDefinition, number: number): RootContent[] {
  const [first, ...rest] = children;
  const mark: PhrasingContent[] = [raised(number), { type: 'text', value: ' ' }];
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: mark }, ...children];
  return [{ ...first, children: [...mark, ...first.children] }, ...rest];
}
