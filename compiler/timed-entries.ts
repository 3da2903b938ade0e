import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Seconds } from '../core/time/seconds.ts';
import { type FoundTime, leadingTime, trailingTime } from './found-time.ts';

/** An entry of an outline: a title with its start, and everything below it. */
export interface Entry {
  readonly start: Seconds;
  readonly title: PhrasingContent[];
  readonly content: readonly RootContent[];
  readonly inner: readonly Entry[];
  readonly node: RootContent;
}

/** A block read as an outline: its entries, and the content before the first of them. */
export interface Outline {
  readonly before: readonly RootContent[];
  readonly entries: readonly Entry[];
  /** The share of the block's items, lines or rows that are entries, 0 to 1. */
  readonly share: number;
}

/** @param trailing Whether a time at the end of the words counts, too. */
const timeOf = (words: readonly PhrasingContent[], trailing: boolean): FoundTime | null =>
  leadingTime(words) ?? (trailing ? trailingTime(words) : null);

/** A list, the lines of a paragraph or a table read as an outline; `null` when it has no entry with a time. */
export function outlineOf(node: RootContent): Outline | null {
  if (node.type === 'list') return fromList(node);
  if (node.type === 'paragraph') return fromLines(node);
  return node.type === 'table' ? fromTable(node) : null;
}

function fromList(list: List): Outline | null {
  const entries: Entry[] = [];
  const before: ListItem[] = [];
  let timed = 0;
  for (const item of list.children) {
    const entry = fromItem(item);
    if (entry) {
      entries.push(entry);
      timed++;
      continue;
    }
    const last = entries.at(-1);
    const rest: List = { ...list, children: [item], ordered: false };
    if (last) entries[entries.length - 1] = { ...last, content: [...last.content, rest] };
    else before.push(item);
  }
  if (entries.length === 0) return null;
  const first: RootContent[] = before.length > 0 ? [{ ...list, children: before }] : [];
  return { before: first, entries, share: timed / list.children.length };
}

function fromItem(item: ListItem): Entry | null {
  const [first, ...below] = item.children;
  if (first?.type !== 'paragraph') return null;
  const [line = [], ...further] = linesOf(first.children);
  const time = timeOf(line, true);
  if (!time) return null;
  const content: RootContent[] = further.length > 0 ? [{ type: 'paragraph', children: joined(further) }] : [];
  const inner: Entry[] = [];
  for (const node of below) {
    const nested = node.type === 'list' ? fromList(node) : null;
    if (nested && nested.share > 0.5) {
      content.push(...nested.before);
      inner.push(...nested.entries);
    } else content.push(node);
  }
  return {
    start: time.start,
    title: time.rest,
    content,
    inner,
    node: item as unknown as RootContent,
  };
}

/** The lines of a paragraph, as the author broke them. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text' && node.value.includes('\n')) {
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      }
    } else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}

const joined = (lines: readonly PhrasingContent[][]): PhrasingContent[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' } as const, ...line]));

function fromLines(paragraph: Paragraph): Outline | null {
  const lines = linesOf(paragraph.children);
  const [first = [], ...text] = lines;
  // A bold line above a text acts as a heading.
  const heading = first.length === 1 && first[0]?.type === 'strong' ? timeOf(first, true) : null;
  if (heading && !text.some((line) => timeOf(line, false))) {
    const content: RootContent[] = text.length > 0 ? [{ ...paragraph, children: joined(text) }] : [];
    const entry: Entry = {
      start: heading.start,
      title: heading.rest,
      content,
      inner: [],
      node: paragraph,
    };
    return { before: [], entries: [entry], share: 1 };
  }
  const entries: Entry[] = [];
  const before: PhrasingContent[][] = [];
  let timed = 0;
  for (const line of lines) {
    const time = timeOf(line, lines.length > 1);
    const last = entries.at(-1);
    if (time) {
      entries.push({
        start: time.start,
        title: time.rest,
        content: [],
        inner: [],
        node: paragraph,
      });
      timed++;
    } else if (!last) before.push(line);
    // A time alone on its line: the next line is its title.
    else if (last.title.length === 0) entries[entries.length - 1] = { ...last, title: line };
    else entries[entries.length - 1] = { ...last, content: [...last.content, { type: 'paragraph', children: line }] };
  }
  if (entries.length === 0) return null;
  const words = entries.filter(({ title, content }) => title.length > 0 && content.length === 0).length;
  const above: RootContent[] = before.length > 0 ? [{ ...paragraph, children: joined(before) }] : [];
  return {
    before: above,
    entries,
    share: Math.max(timed, timed + words - entries.length) / Math.max(1, lines.length - before.length),
  };
}

function fromTable(table: Table): Outline | null {
  const rows = table.children.slice(1);
  const entries = rows.flatMap((row): Entry[] => {
    const cells = row.children.map(({ children }) => children);
    const at = cells.findIndex((cell) => leadingTime(cell)?.rest.length === 0);
    const start = at < 0 ? null : leadingTime(cells[at] ?? [])?.start;
    if (start === null || start === undefined) return [];
    const [title = [], ...more] = cells.filter((cell, index) => index !== at && cell.length > 0);
    const content = more.map((children): RootContent => ({ type: 'paragraph', children }));
    return [{ start, title, content, inner: [], node: table }];
  });
  return entries.length === 0 ? null : { before: [], entries, share: entries.length / rows.length };
}

/** The starts of all entries, nested ones included, in document order. */
export const startsOf = (entries: readonly Entry[]): Seconds[] =>
  entries.flatMap(({ start, inner }) => [start, ...startsOf(inner)]);

/** The heading that an entry becomes. */
export function headingOf(entry: Entry, depth: number): Heading {
  const { position } = entry.node;
  return {
    type: 'heading',
    depth: Math.min(6, depth) as Heading['depth'],
    children: entry.title,
    ...(position ? { position } : {}),
  };
}
