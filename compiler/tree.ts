import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/** The body's syntax tree. CJK-friendly: `**真，**她` is bold to its author, though not to plain CommonMark. */
export function parseBody(body: string): Root {
  return processor.parse(body);
}
