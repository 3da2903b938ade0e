import type { RichElement, RichNode } from '../note/rich-text.ts';

const MARKS: Readonly<Record<string, string>> = { strong: '**', dfn: '**', em: '*', del: '~~' };
const HEADINGS: Readonly<Record<string, string>> = { h4: '####', h5: '#####', h6: '######' };

/** Formatted text as Markdown, one block. Glosses are written out: they are part of what the author wrote. */
export function blockMarkdown(block: RichElement): string {
  const { tagName, children } = block;
  switch (tagName) {
    case 'ul':
      return items(block)
        .map((item) => listItem('- ', item))
        .join('\n');
    case 'ol': {
      const first = typeof block.properties.start === 'number' ? block.properties.start : 1;
      return items(block)
        .map((item, index) => listItem(`${first + index}. `, item))
        .join('\n');
    }
    case 'blockquote':
      return prefixed('> ', blocksMarkdown(children));
    case 'pre':
      return codeBlock(plain(children).replace(/\n$/u, ''));
    case 'hr':
      return '---';
    case 'table':
      return table(block);
    default: {
      const heading = HEADINGS[tagName];
      const text = inline(children).trim();
      return heading ? `${heading} ${text}` : keepFromBeginningABlock(text);
    }
  }
}

function blocksMarkdown(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? inline([node]).trim() : blockMarkdown(node)))
    .filter((text) => text !== '')
    .join('\n\n');
}

function items(list: RichElement): readonly RichElement[] {
  return list.children.filter((child) => child.type === 'element');
}

const INNER_BLOCKS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table']);

function listItem(bullet: string, item: RichElement): string {
  const parts: string[] = [];
  let run: RichNode[] = [];
  const flush = () => {
    const text = inline(run).trim();
    if (text !== '') parts.push(text);
    run = [];
  };
  for (const child of item.children) {
    if (child.type === 'element' && INNER_BLOCKS.has(child.tagName)) {
      flush();
      parts.push(blockMarkdown(child));
    } else run.push(child);
  }
  flush();
  const indent = ' '.repeat(bullet.length);
  return bullet + parts.join('\n').replaceAll('\n', `\n${indent}`);
}

function table(element: RichElement): string {
  const rows: string[][] = [];
  const visit = (node: RichNode) => {
    if (node.type === 'text') return;
    if (node.tagName === 'tr')
      rows.push(items(node).map((cell) => inline(cell.children).trim().replaceAll('|', '\\|')));
    else node.children.forEach(visit);
  };
  visit(element);
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const rule = `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}

function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function prefixed(prefix: string, text: string): string {
  return text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n');
}

function inline(nodes: readonly RichNode[]): string {
  return nodes.map(inlineNode).join('');
}

function inlineNode(node: RichNode): string {
  if (node.type === 'text') return node.value.replaceAll(/[\\`*_[\]<]/gu, '\\$&');
  if (node.tagName === 'br') return '\\\n';
  if (node.tagName === 'code') return `\`${plain(node.children)}\``;
  const text = inline(node.children);
  if (node.tagName === 'a') return `[${text}](${String(node.properties.href)})`;
  const mark = text.trim() === '' ? '' : (MARKS[node.tagName] ?? '');
  return mark + text + mark;
}

function plain(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : plain(node.children))).join('');
}

/** A paragraph that happens to start like a list, a quotation or a heading stays a paragraph. */
function keepFromBeginningABlock(text: string): string {
  return text.replace(/^(?:#{1,6}(?=\s)|[-+>])/u, '\\$&').replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
}
