import type { Heading, List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { outlineOf } from './timed-entries.ts';
import { wordsOf } from './words.ts';

/** A longer line is text, not a heading. */
const LONGEST_HEADING = 80;

/**
 * Outliners such as Logseq write a whole note as one list. Headings in it begin sections, as do lines above lists of times;
 * everything else stays a list. Any other note is returned unchanged.
 */
export function unlisted(tree: Root): Root {
  const { children } = tree;
  if (children.length === 0 || !children.every(({ type }) => type === 'list')) return tree;
  const heads = headsIn(tree);
  if (heads.size === 0) return tree;
  const flat = children.flatMap((list) => flatten(list as List, 2, heads));
  return flat.some(({ type }) => type === 'heading') ? { ...tree, children: flat } : tree;
}

/** Items that are headings, or become one above a list of times, and all their ancestors. */
type Heads = ReadonlySet<Nodes>;

function headsIn(tree: Root): Heads {
  const heads = new Set<Nodes>();
  const look = (node: Nodes): boolean => {
    let holds = node.type === 'listItem' && isHead(node);
    for (const child of 'children' in node ? node.children : []) holds = look(child) || holds;
    if (holds) heads.add(node);
    return holds;
  };
  look(tree);
  return heads;
}

function flatten(list: List, depth: number, heads: Heads): RootContent[] {
  const flat: RootContent[] = [];
  const open: ListItem[] = [];
  const close = () => {
    if (open.length > 0) flat.push({ ...list, children: open.splice(0) });
  };
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first === undefined) continue;
    if (!heads.has(item)) {
      open.push(item);
      continue;
    }
    close();
    const heading = headingOf(item, depth);
    flat.push(heading ?? first);
    for (const child of rest)
      flat.push(...(child.type === 'list' && heads.has(child) ? flatten(child, depth + 1, heads) : [child]));
  }
  close();
  return flat;
}

/** Whether an item is a heading, or a short line above a list of times. */
function isHead({ children: [first, ...rest] }: ListItem): boolean {
  if (first?.type === 'heading') return true;
  if (first?.type !== 'paragraph' || wordsOf(first.children).length > LONGEST_HEADING || outlineOf(first) !== null)
    return false;
  return rest.some((child) => {
    const outline = child.type === 'list' ? outlineOf(child) : null;
    return outline !== null && outline.entries.length > 1 && outline.share > 0.5;
  });
}

function headingOf(item: ListItem, depth: number): Heading | null {
  const { children, position } = item;
  const [first] = children;
  if (first?.type === 'heading') return first;
  if (first?.type !== 'paragraph' || !isHead(item)) return null;
  const level = Math.min(6, depth) as Heading['depth'];
  return { type: 'heading', depth: level, children: first.children, ...(position ? { position } : {}) };
}
