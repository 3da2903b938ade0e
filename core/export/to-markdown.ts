import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';

/** Writes Markdown that the compiler, which reads GitHub's and is friendly to Chinese, reads as the same blocks. */
export function markdownOf(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), cjkFriendlyToMarkdown()],
      bullet: '-',
      rule: '-',
      emphasis: '*',
      fences: true,
      incrementListMarker: true,
      listItemIndent: 'one',
      resourceLink: false,
    },
  ).trimEnd();
}
