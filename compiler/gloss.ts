import type { RichElement, RichNode } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';
import { type Gloss, isTitle, readGloss, readPlainGloss, termOf } from './gloss-text.ts';

const OPEN = new Set(['(', '（']);
const CLOSE = new Set([')', '）']);
/** What may separate a term from its gloss: a space, a closing quote. */
const BETWEEN = /^[\s”"'’」』》]{0,3}(?=[(（])/;
/** A gloss longer than this is a paragraph that forgot its closing parenthesis. */
const LONGEST = 1500;

export interface GlossMarks {
  /** Registers a gloss; returns the id of its entry. */
  register(gloss: Gloss): string;
  /** Reports a parenthesis after a term that looks like a gloss and never closes. */
  unclosed(term: string): void;
}

/** The depth of open parentheses after a text, and the offset just after the one that closed them all (-1 for none). */
function follow(text: string, open: number): { readonly open: number; readonly end: number } {
  let depth = open;
  for (let index = 0; index < text.length && index < LONGEST; index++) {
    const character = text.charAt(index);
    if (OPEN.has(character)) depth++;
    else if (CLOSE.has(character) && --depth === 0) return { open: 0, end: index + 1 };
  }
  return { open: depth, end: -1 };
}

/** Length of the balanced parenthesis a text starts with; -1 when it never closes. */
const balanced = (text: string) => follow(text, 0).end;

const textNode = (value: string): RichNode[] => (value === '' ? [] : [{ type: 'text', value }]);
const mark = (
  tagName: 'dfn' | 'span',
  key: 'term' | 'gloss',
  id: string,
  children: readonly RichNode[],
): RichElement => ({
  type: 'element',
  tagName,
  properties: { [key]: id },
  children,
});

/**
 * Marks glossed terms: the term becomes a `dfn`, the parenthesis that explains it a `span`, both with the entry's id. The text
 * is unchanged.
 */
export function markGlosses(element: RichElement, marks: GlossMarks): RichElement {
  const queue: RichNode[] = [...element.children];
  const children: RichNode[] = [];
  while (queue.length > 0) {
    const node = queue.shift() as RichNode;
    if (node.type === 'text') {
      children.push(...markPlain(node.value, marks));
      continue;
    }
    if (node.tagName === 'pre' || node.tagName === 'code') {
      children.push(node);
      continue;
    }
    if (node.tagName !== 'strong') {
      children.push(markGlosses(node, marks));
      continue;
    }
    // `**Guest (AD):**` opens a turn: a speaker is not a term.
    if (isLabel(node, queue[0])) {
      children.push(node);
      continue;
    }
    const inBold = readInBold(node);
    const following = takeGloss(queue);
    if (inBold) {
      // `**前馈网络（FFN）**（feed-forward network：……）`: the second parenthesis explains the name in the first.
      const behind = following && following !== 'unclosed' ? readGloss(inBold.term, following.inside) : null;
      const isExplained = inBold.gloss.definition === '' && behind !== null && behind.definition !== '';
      const id = marks.register(isExplained ? joined(inBold.gloss, behind) : inBold.gloss);
      children.push(markInBold(node, inBold, id));
      if (isExplained && following && following !== 'unclosed') {
        children.push(...textNode(following.between));
        children.push(markGlosses(mark('span', 'gloss', id, following.nodes), marks));
        queue.splice(0, following.count, ...textNode(following.rest));
      }
      continue;
    }
    const words = plainText([node]);
    const term = termOf(words);
    if (following === 'unclosed') marks.unclosed(term);
    const gloss = following && following !== 'unclosed' ? readGloss(term, following.inside, isTitle(words)) : null;
    if (!gloss || !following || following === 'unclosed') {
      children.push(node);
      continue;
    }
    const id = marks.register(gloss);
    children.push(mark('dfn', 'term', id, node.children), ...textNode(following.between));
    children.push(markGlosses(mark('span', 'gloss', id, following.nodes), marks));
    queue.splice(0, following.count, ...textNode(following.rest));
  }
  return { ...element, children };
}

/** Whether bold words end in a colon, inside or just after them. */
function isLabel(bold: RichElement, next: RichNode | undefined): boolean {
  return /[:：]\s*$/.test(plainText([bold])) || (next?.type === 'text' && /^\s*[:：]/.test(next.value));
}

interface Following {
  readonly between: string;
  readonly inside: string;
  readonly nodes: readonly RichNode[];
  /** The number of nodes the parenthesis covers, and the text left over of the last one. */
  readonly count: number;
  readonly rest: string;
}

/** The parenthesis at the start of the nodes after a term; it may hold bold or linked words itself. */
function takeGloss(queue: readonly RichNode[]): Following | 'unclosed' | null {
  const first = queue[0];
  if (first?.type !== 'text') return null;
  const between = BETWEEN.exec(first.value)?.[0];
  if (between === undefined) return null;
  let text = '';
  let open = 0;
  for (const [index, node] of queue.entries()) {
    if (text.length > LONGEST) break;
    const own = index === 0 ? first.value.slice(between.length) : plainText([node]);
    const followed = follow(own, open);
    if (followed.end > 0) {
      if (node.type !== 'text') return null;
      const cut = followed.end;
      const inner = index === 0 ? [] : [...textNode(first.value.slice(between.length)), ...queue.slice(1, index)];
      return {
        between,
        inside: (text + own).slice(1, text.length + cut - 1),
        nodes: [...inner, ...textNode(own.slice(0, cut))],
        count: index + 1,
        rest: own.slice(cut),
      };
    }
    text += own;
    open = followed.open;
  }
  // An unclosed parenthesis may be a smiley or an aside; with a name and a colon it was meant as a gloss.
  return /^[(（][^()（）:：。]{1,80}[:：]/.test(text) ? 'unclosed' : null;
}

interface InBold {
  readonly term: string;
  readonly gloss: Gloss;
  /** The range of the parenthesis within the bold words. */
  readonly open: number;
  readonly end: number;
}

/** A gloss inside the bold words: `**英特尔（Intel）**`, `**退火（Annealing: ……）效应**`. */
function readInBold(node: RichElement): InBold | null {
  const text = plainText(node.children);
  const open = text.search(/[(（]/);
  if (open <= 0) return null;
  const length = balanced(text.slice(open));
  if (length < 0) return null;
  const term = termOf(text.slice(0, open));
  const end = open + length;
  const gloss = readGloss(term, text.slice(open + 1, end - 1));
  return gloss && { term, gloss, open, end };
}

function markInBold(node: RichElement, { open, end }: InBold, id: string): RichElement {
  const text = plainText(node.children);
  return {
    ...node,
    children: [
      mark('dfn', 'term', id, textNode(text.slice(0, open))),
      mark('span', 'gloss', id, textNode(text.slice(open, end))),
      ...textNode(text.slice(end)),
    ],
  };
}

/** The names of both, starting with the term itself, and the explanation of the second. */
const joined = (names: Gloss, explained: Gloss): Gloss => ({
  names: [...new Set([...names.names, ...explained.names])],
  definition: explained.definition,
});

/** Marks glosses after words that are not bold. */
function markPlain(value: string, marks: GlossMarks): RichNode[] {
  const nodes: RichNode[] = [];
  let from = 0;
  for (let at = value.search(/[(（]/); at >= 0 && at < value.length; at = next(value, at + 1)) {
    const end = balanced(value.slice(at));
    if (end < 0) continue;
    const found = readPlainGloss(value.slice(from, at), value.slice(at + 1, at + end - 1));
    if (!found) continue;
    const id = marks.register(found.gloss);
    const start = at - found.length;
    nodes.push(...textNode(value.slice(from, start)), mark('dfn', 'term', id, textNode(value.slice(start, at))));
    nodes.push(mark('span', 'gloss', id, textNode(value.slice(at, at + end))));
    from = at + end;
    at = from - 1;
  }
  return [...nodes, ...textNode(value.slice(from))];
}

function next(value: string, from: number): number {
  const found = value.slice(from).search(/[(（]/);
  return found < 0 ? -1 : from + found;
}
