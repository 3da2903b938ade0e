import type { RichElement, RichNode } from '../note/rich-text.ts';

/** Elements a compiled note consists of (core/note/rich-text.ts); what is within any other is kept. */
const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr a table thead tbody tr th td h4 h5 h6 dfn span'.split(
    ' ',
  ),
);
const SAFE_LINK = /^(?:https?:|mailto:)/i;
/** The compiler's own limit on nesting is far below. */
const DEEPEST = 200;

/** Reads untrusted rich text: only what a compiled note can contain. `null` when it is not rich text. */
export function decodeRich(data: unknown): readonly RichElement[] | null {
  if (!Array.isArray(data)) return null;
  const nodes = data.flatMap((node) => decodeNode(node, 0));
  return nodes.map((node) => (node.type === 'element' ? node : { ...PARAGRAPH, children: [node] }));
}

const PARAGRAPH = { type: 'element', tagName: 'p', properties: {} } as const;

function decodeNode(data: unknown, depth: number): RichNode[] {
  if (typeof data !== 'object' || data === null || depth > DEEPEST) return [];
  const { type, value, tagName, properties, children } = data as Record<string, unknown>;
  if (type === 'text') return typeof value === 'string' ? [{ type, value }] : [];
  if (type !== 'element' || typeof tagName !== 'string' || !Array.isArray(children)) return [];
  const inside = children.flatMap((child) => decodeNode(child, depth + 1));
  if (!ELEMENTS.has(tagName)) return inside;
  const allowed = allowedProperties(tagName, properties);
  return allowed ? [{ type, tagName, properties: allowed, children: inside }] : inside;
}

/** `null` when the element is nothing without the property it lacks. */
function allowedProperties(tagName: string, data: unknown): RichElement['properties'] | null {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const { href, start, term, gloss, page, callout } = given;
  switch (tagName) {
    case 'a':
      return typeof href === 'string' && SAFE_LINK.test(href) ? { href } : null;
    case 'ol':
      return typeof start === 'number' && Number.isSafeInteger(start) ? { start } : {};
    case 'dfn':
      return typeof term === 'string' ? { term } : null;
    case 'span':
      if (typeof gloss === 'string') return { gloss };
      return typeof page === 'string' ? { page } : null;
    case 'blockquote':
      return typeof callout === 'string' ? { callout } : {};
    default:
      return {};
  }
}
