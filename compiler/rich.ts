import type { Element, Nodes as HastNodes, RootContent } from 'hast';
import type { RootContent as MdastContent, Nodes, Parents, PhrasingContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { SKIP, visit } from 'unist-util-visit';
import type { RichElement, RichNode } from '../core/note/rich-text.ts';
import { videoIdInAddress } from '../core/video/video-address.ts';
import { calloutKind, unmarkCallout } from './callout.ts';
import { losesSomething, textOf } from './html.ts';
import { pageIn } from './inline-notation.ts';
import type { Reporter } from './reporter.ts';
import { htmlDropped } from './rules/html-dropped.ts';
import { imageDropped } from './rules/image-dropped.ts';
import { linkDropped } from './rules/link-dropped.ts';

const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr a table thead tbody tr th td h4 h5 h6'.split(' '),
);
const SAFE_LINK = /^(https?:|mailto:)/i;

/** `![](address of a video)` shows a player in some programs; it is left out, because the panel is beside the real one. */
export const isPlayer = (url: string) => videoIdInAddress(url) !== null;

/** Replaces HTML by a line break or its text, images by their description, footnote references by text; reports what is dropped. */
function plainNodes(node: MdastContent, report: Reporter): void {
  visit(node, (child: Nodes, index: number | undefined, parent: Parents | undefined) => {
    if (child.type === 'image' && isPlayer(child.url)) {
      Object.assign(child, { type: 'text', value: '' });
    } else if (child.type === 'image' || child.type === 'imageReference') {
      Object.assign(child, { type: 'text', value: child.alt ?? '' });
      report.node(imageDropped(), child);
    } else if (child.type === 'blockquote') {
      const callout = calloutKind(child);
      if (callout === null) return;
      unmarkCallout(child);
      child.data = { ...child.data, hProperties: { callout } };
    } else if (child.type === 'listItem') {
      // Checkboxes of task lists are not shown: they could not be ticked.
      child.checked = null;
    } else if (child.type === 'footnoteReference') {
      Object.assign(child, { type: 'text', value: `[^${child.label ?? child.identifier}]` });
    } else if (child.type === 'html' && index !== undefined && parent) {
      if (losesSomething(child.value)) report.node(htmlDropped(child.value), child);
      const isBreak = /^<br\s*\/?>$/i.test(child.value);
      Object.assign(child, isBreak ? { type: 'break' } : { type: 'text', value: textOf(child.value) });
      return SKIP;
    }
    return;
  });
}

function sanitise(node: HastNodes, dropped: (href: string) => void): RichNode[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child: RootContent) => sanitise(child as HastNodes, dropped));
  if (!ELEMENTS.has(node.tagName)) return children;
  const { href } = node.properties;
  if (node.tagName === 'a') {
    const page = typeof href === 'string' ? pageIn(href) : null;
    if (page !== null) return [{ type: 'element', tagName: 'span', properties: { page }, children }];
    if (typeof href !== 'string' || !SAFE_LINK.test(href)) {
      dropped(String(href));
      return children;
    }
    return [{ type: 'element', tagName: 'a', properties: { href }, children }];
  }
  const { start, callout } = node.properties;
  const properties = {
    ...(node.tagName === 'ol' && typeof start === 'number' ? { start } : {}),
    ...(node.tagName === 'blockquote' && typeof callout === 'string' ? { callout } : {}),
  };
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

/** A block of the body as rich text with known elements and safe links only; empty when there is nothing to show. */
export function toRich(node: MdastContent, report: Reporter): RichElement[] {
  if (node.type === 'html') {
    if (losesSomething(node.value)) report.node(htmlDropped(node.value), node);
    return node.value
      .split(/<\/p>|<\/div>|<br\s*\/?>\s*\n/i)
      .map(textOf)
      .filter(Boolean)
      .map((value) => paragraph([{ type: 'text', value }]));
  }
  if (node.type === 'footnoteDefinition') {
    const label: PhrasingContent = { type: 'text', value: `[^${node.label ?? node.identifier}]: ` };
    const [first] = node.children;
    if (first?.type === 'paragraph') first.children.unshift(label);
    return node.children.flatMap((child) => toRich(child, report));
  }
  plainNodes(node, report);
  const hast = toHast(node as Nodes) as Element | { type: 'root'; children: Element[] } | undefined;
  if (!hast) return [];
  return (hast.type === 'root' ? hast.children : [hast])
    .flatMap((child) => sanitise(child as HastNodes, (href) => report.node(linkDropped(href), node)))
    .map((child) => (child.type === 'element' ? child : paragraph([child])))
    .filter((element) => element.children.length > 0 || element.tagName === 'hr');
}

/** Text in a paragraph. */
function paragraph(children: readonly RichNode[]): RichElement {
  return { type: 'element', tagName: 'p', properties: {}, children };
}
