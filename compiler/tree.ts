import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Reading only: remark-gfm would bring the way back to Markdown along, 15 kB that nobody here calls. */
const processor = unified()
  .use(remarkParse)
  .use(remarkCjkFriendly)
  .data({ micromarkExtensions: [gfm()], fromMarkdownExtensions: [gfmFromMarkdown()] });

/** The body's syntax tree. CJK-friendly: `**真，**她` is bold to its author, though not to plain CommonMark. */
export function parseBody(body: string): Root {
  return processor.parse(body);
}
