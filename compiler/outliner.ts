import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { outlineOf } from './timed-entries.ts';
import { wordsOf } from './words.ts';

/** A longer line is text, not what is below it is called. */
const LONGEST_HEADING = 80;

/**
 * Logseq and its like write a whole note as one list. Headings in it begin sections, as do lines above lists of times;
 * everything else stays a list. Any other note is returned as it is.
 */
export function unlisted(tree: Root): Root {
  const { children } = tree;
  if (children.length === 0 || !children.every(({ type }) => type === 'list')) return tree;
  const flat = children.flatMap((list) => flatten(list as List, 2));
  return flat.some(({ type }) => type === 'heading') ? { ...tree, children: flat } : tree;
}

function flatten(list: List, depth: number): RootContent[] {
  const flat: RootContent[] = [];
  const open: ListItem[] = [];
  const close = () => {
    if (open.length > 0) flat.push({ ...list, children: open.splice(0) });
  };
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first === undefined) continue;
    const heading = headingOf(item, depth);
    if (heading === null && !holdsHeading(item)) {
      open.push(item);
      continue;
    }
    close();
    flat.push(heading ?? first);
    for (const child of rest)
      flat.push(
        ...(child.type === 'list' && (heading?.type !== first.type || holdsHeading(child))
          ? flattenBelow(child, depth + 1)
          : [child]),
      );
  }
  close();
  return flat;
}

const flattenBelow = (list: List, depth: number): RootContent[] =>
  list.children.some((item) => headingOf(item, depth) !== null || holdsHeading(item)) ? flatten(list, depth) : [list];

function holdsHeading(node: ListItem | List): boolean {
  let found = false;
  visit(node, 'heading', () => {
    found = true;
    return EXIT;
  });
  return found;
}

/** The heading an item is, or the one it becomes above a list of times. */
function headingOf({ children: [first, ...rest], position }: ListItem, depth: number): Heading | null {
  if (first?.type === 'heading') return first;
  if (first?.type !== 'paragraph' || wordsOf(first.children).length > LONGEST_HEADING || outlineOf(first) !== null)
    return null;
  const timed = rest.some((child) => {
    const outline = child.type === 'list' ? outlineOf(child) : null;
    return outline !== null && outline.entries.length > 1 && outline.share > 0.5;
  });
  const level = Math.min(6, depth) as Heading['depth'];
  return timed ? { type: 'heading', depth: level, children: first.children, ...(position ? { position } : {}) } : null;
}
