import type { Heading, Html, Paragraph, Root, RootContent } from 'mdast';
import type { Seconds } from '../core/time/seconds.ts';
import { atLine } from './at-line.ts';
import { textOf } from './html.ts';
import type { Reporter } from './reporter.ts';
import { detailsUnclosed } from './rules/details-unclosed.ts';
import { parseBody } from './tree.ts';

/** A piece of the body, in document order: a heading, some content, or the original of the content beside it. */
export type Piece =
  | HeadingPiece
  | { readonly kind: 'content'; readonly node: RootContent }
  | { readonly kind: 'original'; readonly nodes: readonly RootContent[] };

/** A heading; `start` is the moment of the video that the note says it begins at. */
export interface HeadingPiece {
  readonly kind: 'heading';
  readonly node: Heading;
  readonly start?: Seconds;
}

/** The body with the tags of `<details>` blocks separated from what is between them. */
type Part = Tag | Inside;
type Tag = { readonly kind: 'open'; readonly node: Html } | { readonly kind: 'close'; readonly node: Html };
type Inside =
  | { readonly kind: 'node'; readonly node: RootContent }
  | { readonly kind: 'summary'; readonly node: Paragraph };

/** A summary ends with its line at the latest: real notes have `<summary>Original</p>`. */
const DETAILS =
  /<details\b[^<>]*>|<\/details\s*>|<summary\b[^<>]*>\s*((?:[^<\n]|<\/?(?:b|i|strong|em|span)\b[^<>]*>)*)\s*(?:<\/(?:summary|p)\s*>)?/gi;
/** The label of a block that holds the original. */
const ORIGINAL = /original|原文|英文|原話|原话|原語|source text|transcript/i;

/**
 * Splits the body into headings, content and the `<details>` blocks that hold an original. A block that never closes ends at
 * the next heading, so that it swallows no section.
 */
export function piecesOf(tree: Root, report: Reporter): Piece[] {
  const parts = tree.children.flatMap(partsOf);
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Part;
    if (part.kind === 'open') {
      const block = takeDetails(parts, at, report);
      pieces.push(...block.pieces);
      at = block.last;
    } else if (part.kind !== 'close') pieces.push(pieceOf(part.node));
  }
  return pieces;
}

const pieceOf = (node: RootContent): Piece =>
  node.type === 'heading' ? { kind: 'heading', node } : { kind: 'content', node };

/** Everything from an opening tag to its closing one, or to where the author must have meant to close it. */
function takeDetails(parts: readonly Part[], first: number, report: Reporter): { pieces: Piece[]; last: number } {
  const inside: Inside[] = [];
  let original = false;
  let depth = 1;
  let at = first + 1;
  for (; at < parts.length; at++) {
    const part = parts[at] as Part;
    if (part.kind === 'node' && part.node.type === 'heading') break;
    // An original holds no further blocks: what opens here begins the next one.
    if (part.kind === 'open' && original) break;
    if (part.kind === 'open') depth++;
    if (part.kind === 'close' && --depth === 0) break;
    if (part.kind === 'open' || part.kind === 'close') continue;
    inside.push(part);
    original ||= part.kind === 'summary' && ORIGINAL.test(wordsOf(part.node));
  }
  const closed = parts[at]?.kind === 'close';
  if (!closed) report.node(detailsUnclosed(), (parts[first] as Part).node);
  const nodes = inside.filter(({ kind }) => !original || kind !== 'summary').map(({ node }) => node);
  return { pieces: original ? [{ kind: 'original', nodes }] : nodes.map(pieceOf), last: closed ? at : at - 1 };
}

const wordsOf = ({ children: [only] }: Paragraph) => (only?.type === 'text' ? only.value : '');

/**
 * The tags of a piece of HTML, and the Markdown between them. In CommonMark an HTML block runs to the next blank line; authors
 * who leave none still mean Markdown.
 */
function partsOf(node: RootContent): Part[] {
  if (node.type !== 'html' || node.value.startsWith('<!--') || node.value.search(DETAILS) < 0)
    return [{ kind: 'node', node }];
  const parts: Part[] = [];
  let from = 0;
  let line = node.position?.start.line ?? 1;
  const take = (to: number) => {
    const text = node.value.slice(from, to);
    for (const child of parseAt(text, line)) parts.push({ kind: 'node', node: child });
    line += text.split('\n').length - 1;
    from = to;
  };
  for (const match of node.value.matchAll(DETAILS)) {
    take(match.index);
    const value = textOf(match[1] ?? '');
    if (match[1] === undefined)
      parts.push({ kind: match[0].startsWith('</') ? 'close' : 'open', node: { ...node, position: at(line) } });
    else if (value !== '')
      parts.push({ kind: 'summary', node: { type: 'paragraph', children: [{ type: 'text', value }] } });
    line += match[0].split('\n').length - 1;
    from += match[0].length;
  }
  take(node.value.length);
  return parts;
}

const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 1 } });

/** Parses a part of the body; its nodes have their line numbers in the whole. */
function parseAt(text: string, line: number): RootContent[] {
  if (text.trim() === '') return [];
  return atLine(parseBody(text), line);
}
