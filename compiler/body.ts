import type { Heading, Html, Paragraph, Root, RootContent } from 'mdast';
import type { Reporter } from './reporter.ts';
import { parseBody } from './tree.ts';

/** A stretch of the body in the order it is read: a heading, some content, or the original words of what came before. */
export type Piece =
  | { readonly kind: 'heading'; readonly node: Heading }
  | { readonly kind: 'content'; readonly node: RootContent }
  | { readonly kind: 'original'; readonly nodes: readonly RootContent[] };

const OPENS = /^\s*<details\b[^>]*>/i;
const CLOSES = /<\/details>\s*$/i;
const SUMMARY = /<summary\b[^>]*>([\s\S]*?)<\/summary>/i;
const ORIGINAL = /original|原文|英文|原話|原话|source text/i;

/**
 * Takes the body apart into headings, content and the `<details>` blocks that hold the talk's own words. A block that
 * never closes ends at the next heading, so that it swallows no section.
 */
export function piecesOf(tree: Root, report: Reporter): Piece[] {
  const pieces: Piece[] = [];
  const nodes = [...tree.children];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as RootContent;
    if (node.type === 'heading') pieces.push({ kind: 'heading', node });
    else if (node.type === 'html' && OPENS.test(node.value)) {
      const taken = takeDetails(nodes, index, report);
      pieces.push(...taken.pieces);
      index = taken.last;
    } else pieces.push({ kind: 'content', node });
  }
  return pieces;
}

function takeDetails(
  nodes: readonly RootContent[],
  first: number,
  report: Reporter,
): { pieces: Piece[]; last: number } {
  const opening = nodes[first] as Html;
  const summary = textOf(SUMMARY.exec(opening.value)?.[1] ?? '');
  const rest = opening.value.replace(OPENS, '').replace(SUMMARY, '');
  const inside: RootContent[] = inner(rest.replace(CLOSES, ''));
  let last = first;
  let closed = CLOSES.test(rest);
  while (!closed && last + 1 < nodes.length) {
    const next = nodes[last + 1] as RootContent;
    if (next.type === 'heading') break;
    last++;
    if (next.type === 'html' && CLOSES.test(next.value)) {
      inside.push(...inner(next.value.replace(CLOSES, '')));
      closed = true;
    } else inside.push(next);
  }
  if (!closed) {
    report.warn('details-unclosed', opening, 'this `<details>` never closes: add `</details>` before the next heading');
  }
  if (ORIGINAL.test(summary)) return { pieces: [{ kind: 'original', nodes: inside }], last };
  const title: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: summary }] };
  const shown = summary ? [title, ...inside] : inside;
  return { pieces: shown.map((node) => ({ kind: 'content', node })), last };
}

/** Markdown that stood on the lines of an HTML block, where Markdown itself does not look for it. */
function inner(text: string): RootContent[] {
  return text.trim() === '' ? [] : parseBody(text.trim()).children;
}

/** The words of some HTML, without its tags. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replaceAll(/<!--[\s\S]*?(-->|$)/g, '')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}
