import type { Element, Nodes as HastNodes, RootContent } from 'hast';
import type { RootContent as MdastContent, Nodes, Parents } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { SKIP, visit } from 'unist-util-visit';
import type { RichElement, RichNode } from '../core/note/rich-text.ts';
import { textOf } from './body.ts';
import type { Reporter } from './reporter.ts';

const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr a table thead tbody tr th td h4 h5 h6'.split(' '),
);
const SAFE_LINK = /^(https?:|mailto:)/i;
/** Tags that lose nothing when they go: their text stays, and it is all there was to see. */
const HARMLESS = new Set('b i u em strong span p div small mark center font details summary a br'.split(' '));

/** Whether some HTML holds more than plain words and harmless tags. */
const losesSomething = (html: string) =>
  [...html.matchAll(/<\/?([a-z][\w-]*)/gi)].some(([, tag = '']) => !HARMLESS.has(tag.toLowerCase()));

/** HTML becomes a line break or plain words, images become their description; what is dropped is reported. */
function withoutHtml(node: MdastContent, report: Reporter): void {
  visit(node, (child: Nodes, index: number | undefined, parent: Parents | undefined) => {
    if (child.type === 'image') {
      Object.assign(child, { type: 'text', value: child.alt ?? '' });
      report.warn('image-dropped', child, 'pictures are not shown; their description stays');
      return;
    }
    if (child.type !== 'html' || index === undefined || !parent) return;
    if (/^<br\s*\/?>$/i.test(child.value)) {
      Object.assign(child, { type: 'break' });
      return;
    }
    if (losesSomething(child.value)) {
      report.warn('html-dropped', child, `HTML is not rendered, its text is kept: ${child.value.slice(0, 60)}`);
    }
    Object.assign(child, { type: 'text', value: textOf(child.value) });
    return SKIP;
  });
}

function sanitise(node: HastNodes, dropped: (href: string) => void): RichNode[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child: RootContent) => sanitise(child as HastNodes, dropped));
  if (!ELEMENTS.has(node.tagName)) return children;
  const { href } = node.properties;
  if (node.tagName === 'a') {
    if (typeof href !== 'string' || !SAFE_LINK.test(href)) {
      dropped(String(href));
      return children;
    }
    return [{ type: 'element', tagName: 'a', properties: { href }, children }];
  }
  const { start } = node.properties;
  const properties = node.tagName === 'ol' && typeof start === 'number' ? { start } : {};
  return [{ type: 'element', tagName: node.tagName, properties, children }];
}

/** A block of the body as formatted text: known elements only, safe links only; nothing when it shows nothing. */
export function toRich(node: MdastContent, report: Reporter): RichElement[] {
  if (node.type === 'html') {
    if (losesSomething(node.value)) {
      report.warn('html-dropped', node, `HTML is not rendered, its text is kept: ${node.value.trim().slice(0, 60)}`);
    }
    return node.value
      .split(/<\/p>|<\/div>|<br\s*\/?>\s*\n/i)
      .map(textOf)
      .filter(Boolean)
      .map((value) => paragraph([{ type: 'text', value }]));
  }
  withoutHtml(node, report);
  const hast = toHast(node as Nodes) as Element | { type: 'root'; children: Element[] } | undefined;
  if (!hast) return [];
  const dropped = (href: string) =>
    report.warn(
      'link-dropped',
      node,
      `only http, https and mailto links are kept; the words stay: ${href.slice(0, 60)}`,
    );
  return (hast.type === 'root' ? hast.children : [hast])
    .flatMap((child) => sanitise(child as HastNodes, dropped))
    .map((child) => (child.type === 'element' ? child : paragraph([child])))
    .filter((element) => element.children.length > 0 || element.tagName === 'hr');
}

/** Text in a paragraph. */
export function paragraph(children: readonly RichNode[]): RichElement {
  return { type: 'element', tagName: 'p', properties: {}, children };
}
