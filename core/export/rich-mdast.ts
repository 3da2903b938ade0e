import type { BlockContent, ListItem, PhrasingContent, TableCell, TableRow } from 'mdast';
import type { RichElement, RichNode } from '../note/rich-text.ts';

const BLOCKS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'table', 'h4', 'h5', 'h6']);

/** Formatted text as the syntax tree of Markdown, one block. Glosses are written out: they are part of the note. */
export function blockTree(element: RichElement): BlockContent {
  switch (element.tagName) {
    case 'ul':
    case 'ol': {
      const items = elementsIn(element);
      const spread = items.some(({ children }) => children.some((child) => isBlock(child) && child.tagName === 'p'));
      const { start } = element.properties;
      return {
        type: 'list',
        ordered: element.tagName === 'ol',
        ...(typeof start === 'number' ? { start } : {}),
        spread,
        children: items.map((item): ListItem => ({ type: 'listItem', spread, children: blocksIn(item.children) })),
      };
    }
    case 'blockquote':
      return { type: 'blockquote', children: quoted(element) };
    case 'pre':
      return { type: 'code', value: wordsOf(element.children).replace(/\n$/u, '') };
    case 'hr':
      return { type: 'thematicBreak' };
    case 'table':
      return { type: 'table', children: rowsOf(element) };
    case 'h4':
    case 'h5':
    case 'h6':
      return { type: 'heading', depth: Number(element.tagName[1]) as 4 | 5 | 6, children: phrasing(element.children) };
    default:
      return { type: 'paragraph', children: phrasing(element.children) };
  }
}

/** A callout has its mark on a line before its words. */
function quoted({ properties: { callout }, children }: RichElement): BlockContent[] {
  const blocks = blocksIn(children);
  if (typeof callout !== 'string') return blocks;
  const mark: PhrasingContent = { type: 'html', value: `[!${callout}]` };
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...blocks];
  return [{ type: 'paragraph', children: [mark, { type: 'text', value: '\n' }, ...first.children] }, ...rest];
}

const elementsIn = ({ children }: RichElement) => children.filter((child) => child.type === 'element');

const isBlock = (node: RichNode): node is RichElement => node.type === 'element' && BLOCKS.has(node.tagName);

/** Blocks, with inline content between them as paragraphs. */
function blocksIn(nodes: readonly RichNode[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: RichNode[] = [];
  const flush = () => {
    if (wordsOf(words).trim() !== '') blocks.push({ type: 'paragraph', children: phrasing(words) });
    words = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      blocks.push(blockTree(node));
    } else words.push(node);
  }
  flush();
  return blocks;
}

function rowsOf(table: RichElement): TableRow[] {
  return elementsIn(table).flatMap((child) => {
    if (child.tagName !== 'tr') return rowsOf(child);
    const cells = elementsIn(child).map(
      (cell): TableCell => ({ type: 'tableCell', children: phrasing(cell.children, { inCell: true }) }),
    );
    return [{ type: 'tableRow', children: cells }];
  });
}

interface Place {
  /** A line break in a table's cell can only be written as HTML. */
  readonly inCell?: boolean;
  /** Bold within bold would end it. */
  readonly bold?: boolean;
}

/** Words and their formatting; white space and breaks at both ends are dropped, which Markdown cannot express there. */
function phrasing(nodes: readonly RichNode[], place: Place = {}): PhrasingContent[] {
  const content = inline(nodes, place);
  const isBlank = (node: PhrasingContent | undefined) =>
    isBreak(node) || (node?.type === 'text' && node.value.trim() === '');
  while (content.length > 0 && isBlank(content[0])) content.shift();
  while (content.length > 0 && isBlank(content.at(-1))) content.pop();
  const first = content[0];
  const last = content.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return content;
}

function inline(nodes: readonly RichNode[], place: Place): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  for (const node of nodes) {
    for (const each of inlineNode(node, place)) {
      const last = content.at(-1);
      if (each.type === 'text' && last?.type === 'text') last.value += each.value;
      // The line end after a break belongs to it.
      else if (each.type === 'text' && isBreak(last)) content.push({ ...each, value: each.value.replace(/^\n/u, '') });
      else content.push(each);
    }
  }
  return content.filter((node) => node.type !== 'text' || node.value !== '');
}

const isBreak = (node: PhrasingContent | undefined) => node?.type === 'break' || node?.type === 'html';

function inlineNode(node: RichNode, place: Place): PhrasingContent[] {
  if (node.type === 'text')
    return [{ type: 'text', value: place.inCell ? node.value.replaceAll('\n', ' ') : node.value }];
  const { tagName, children } = node;
  const inside = (more: Place = {}) => inline(children, { ...place, ...more });
  switch (tagName) {
    case 'br':
      return [place.inCell ? { type: 'html', value: '<br>' } : { type: 'break' }];
    case 'code':
      return [{ type: 'inlineCode', value: wordsOf(children) }];
    case 'strong':
    case 'dfn':
      return place.bold ? inside() : marked('strong', inside({ bold: true }));
    case 'em':
      return marked('emphasis', inside());
    case 'del':
      return marked('delete', inside());
    case 'a':
      return [{ type: 'link', url: String(node.properties.href), children: inside() }];
    case 'span':
      return typeof node.properties.page === 'string'
        ? [{ type: 'link', url: pageAddress(node.properties.page), children: inside() }]
        : inside();
    default:
      return inside();
  }
}

/** A link to another of the author's notes as one to its file, which Obsidian finds by its name. */
const pageAddress = (page: string) =>
  page.includes('/') ? `page:${encodeURIComponent(page)}` : `${encodeURIComponent(page)}.md`;

/**
 * Emphasis with the line breaks at its ends outside of it. Around nothing but breaks it would be read as literal asterisks,
 * and a line end beside its closing mark would be written as a character reference behind a backslash.
 */
function marked(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const from = children.findIndex((child) => !isBreak(child));
  if (from < 0) return [];
  const to = children.findLastIndex((child) => !isBreak(child)) + 1;
  return [...children.slice(0, from), { type, children: children.slice(from, to) }, ...children.slice(to)];
}

function wordsOf(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : wordsOf(node.children))).join('');
}
