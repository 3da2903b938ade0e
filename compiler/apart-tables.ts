import type { List, Root, RootContent } from 'mdast';
import { atLine } from './at-line.ts';
import { parseBody } from './tree.ts';

/** A table's header row and the row of dashes below it. */
const TABLE = /\n[ \t]{0,8}\|[^\n]{1,2000}\n[ \t]{0,8}\|?[ \t]{0,8}:?-[-:| \t]{2,1000}(?:\n|$)/;

/**
 * In Markdown, a table directly below a list, without a blank line, is text of the last item. The author meant a table, so it
 * is moved behind the list. Nested lists are left alone.
 */
export function withTablesApart(tree: Root, body: string): Root {
  if (!body.includes('|') || !TABLE.test(body)) return tree;
  const children = tree.children.flatMap((node) => (node.type === 'list' ? apart(node, body) : [node]));
  return { ...tree, children };
}

function apart(list: List, body: string): RootContent[] {
  const item = list.children.at(-1);
  const paragraph = item?.children.at(-1);
  const from = paragraph?.position?.start.offset;
  const to = paragraph?.position?.end.offset;
  if (!item || paragraph?.type !== 'paragraph' || from === undefined || to === undefined) return [list];
  const text = body.slice(from, to);
  const at = TABLE.exec(text)?.index ?? -1;
  if (at < 0) return [list];
  const line = paragraph.position?.start.line ?? 1;
  const above = parseBody(text.slice(0, at)).children;
  const table = text.slice(at + 1).replaceAll(/^[ \t]+/gm, '');
  const below = atLine(parseBody(table), line + text.slice(0, at).split('\n').length);
  const last = {
    ...item,
    children: [...item.children.slice(0, -1), ...atLine({ type: 'root', children: above }, line)],
  };
  return [{ ...list, children: [...list.children.slice(0, -1), last as typeof item] }, ...below];
}
