import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';

/** `[!type]` with its optional `|metadata` and fold mark; a title may follow on the line. */
const MARK = /^\[!([\p{L}\d_-]{1,40})(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*/u;

/** The type of a callout as Obsidian and GitHub write it (`> [!tip] Title`), in lower case; `null` for a plain quote. */
export function calloutKind({ children: [first] }: Blockquote): string | null {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' ? (MARK.exec(text.value)?.[1]?.toLowerCase() ?? null) : null;
}

/** Removes a callout's mark; its title, if any, becomes a bold paragraph of its own. */
export function unmarkCallout(quote: Blockquote): void {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return;
  const { title, content } = titleOf(first);
  const paragraphs: Paragraph[] = [];
  if (title.length > 0) paragraphs.push({ type: 'paragraph', children: [{ type: 'strong', children: title }] });
  if (content.length > 0) paragraphs.push({ ...first, children: content });
  quote.children = [...paragraphs, ...rest];
}

function titleOf({ children }: Paragraph): { title: PhrasingContent[]; content: PhrasingContent[] } {
  const title: PhrasingContent[] = [];
  for (const [index, node] of children.entries()) {
    const value = node.type === 'text' ? (index === 0 ? node.value.replace(MARK, '') : node.value) : null;
    const end = value?.indexOf('\n') ?? -1;
    if (node.type === 'break' || end >= 0) {
      const before = value?.slice(0, Math.max(0, end)).trimEnd() ?? '';
      const after = value?.slice(end + 1) ?? '';
      const rest: PhrasingContent[] = after === '' ? [] : [{ type: 'text', value: after }];
      return {
        title: before === '' ? title : [...title, { type: 'text', value: before }],
        content: [...rest, ...children.slice(index + 1)],
      };
    }
    if (value === null) title.push(node);
    else if (value !== '') title.push({ type: 'text', value });
  }
  return { title, content: [] };
}
