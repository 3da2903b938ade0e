import type { Element, Nodes as HastNodes, RootContent } from 'hast';
import type { RootContent as MdastContent, Nodes } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { RichElement, RichNode } from '../core/note/rich-text.ts';

const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr a table thead tbody tr th td h4 h5 h6'.split(' '),
);
const SAFE_LINK = /^(https?:|mailto:)/i;

/** Turns a hast node into ours: known elements only, links to http(s) and mailto only, no positions. */
function sanitise(node: HastNodes): RichNode[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child: RootContent) => sanitise(child as HastNodes));
  if (!ELEMENTS.has(node.tagName)) return children;
  const properties: Record<string, string> = {};
  const { href } = node.properties;
  if (node.tagName === 'a') {
    if (typeof href !== 'string' || !SAFE_LINK.test(href)) return children;
    properties.href = href;
  }
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

/** A block of the body as formatted text; nothing when it shows nothing (a comment, a definition). */
export function toRich(node: MdastContent): RichElement[] {
  const hast = toHast(node as Nodes) as Element | { type: 'root'; children: Element[] } | undefined;
  if (!hast) return [];
  const nodes = hast.type === 'root' ? hast.children : [hast];
  return nodes
    .flatMap((child) => sanitise(child as HastNodes))
    .flatMap((child) => (child.type === 'element' ? [child] : []));
}
