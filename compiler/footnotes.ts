import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Places footnotes: a raised number at each reference, and the footnote itself at the end of the section that first refers to
 * it, together with the footnotes it refers to. Numbers follow the text, whatever the labels are. A footnote without a
 * reference stays where it is.
 *
 * The tree is changed in place.
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
  /** Numbers the references in some nodes; returns the footnotes first referred to there, directly or through each other. */
  const notesCalledIn = (nodes: readonly RootContent[]): RootContent[] => {
    const found: RootContent[] = [];
    const waiting: RootContent[] = [...nodes];
    for (const node of waiting) {
      visit(node, 'footnoteReference', (reference) => {
        const note = notes.get(reference.identifier);
        if (!note) return;
        const known = numbers.get(reference.identifier);
        const number = known ?? numbers.size + 1;
        numbers.set(reference.identifier, number);
        // A section's title is plain text.
        Object.assign(reference, node.type === 'heading' ? { type: 'text', value: small(number) } : raised(number));
        if (known !== undefined) return;
        found.push(...numbered(note, number));
        waiting.push(note);
      });
    }
    return found;
  };
  const placed: RootContent[] = [];
  const waiting: RootContent[] = [];
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') {
      if (called.has(node.identifier)) continue;
      placed.push(...node.children);
      waiting.push(...notesCalledIn(node.children));
      continue;
    }
    if (node.type === 'heading') placed.push(...waiting.splice(0));
    waiting.push(...notesCalledIn([node]));
    placed.push(node);
  }
  // Footnotes that only refer to each other.
  for (const note of notes.values()) {
    if (!called.has(note.identifier) || numbers.has(note.identifier)) continue;
    numbers.set(note.identifier, numbers.size + 1);
    waiting.push(...numbered(note, numbers.size), ...notesCalledIn([note]));
  }
  tree.children = [...placed, ...waiting];
}

const small = (number: number) => String(number).replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));

const raised = (number: number): PhrasingContent => ({ type: 'text', value: String(number), data: { hName: 'sup' } });

function numbered({ children }: FootnoteDefinition, number: number): RootContent[] {
  const [first, ...rest] = children;
  const mark: PhrasingContent[] = [raised(number), { type: 'text', value: ' ' }];
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: mark }, ...children];
  return [{ ...first, children: [...mark, ...first.children] }, ...rest];
}
