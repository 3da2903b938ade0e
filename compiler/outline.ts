import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { formatClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';
import { isAscending } from './ascending.ts';
import type { HeadingPiece, Piece } from './body.ts';
import { type FoundTime, leadingTime, trailingTime } from './found-time.ts';
import { type Entry, headingOf, type Outline, outlineOf, startsOf } from './timed-entries.ts';
import { wordsOf } from './words.ts';

/** Where the times of an outline were found; `null` when the body has none. */
export type TimesFrom = 'headings' | 'list' | 'first words' | null;

/** Generic headings above a list of times. */
const GENERIC =
  /^\P{L}*(?:(?:my |show ?|video )?notes|(?:key )?highlights?(?: ?(?:&|and) ?notes)?|メモ|ノート|笔记|筆記|메모|노트|заметки|notizen|notas|appunti|chapters?|time ?(?:stamps?|line|codes?)|outline|(?:table of )?contents|agenda|topics|index|key moments|sections|目录|目錄|章节|章節|时间[轴線线戳]?|時間[軸線戳]?|大纲|大綱|目次|チャプター|タイムスタンプ|타임라인|타임스탬프|목차|таймкоды|содержание|sommaire|inhalt|kapitel|índice|indice|capítulos|capitoli|minutage)\P{L}*$/iu;
const WRITTEN_ID = /\s?\{#[\p{L}\p{N}_-]{1,100}\}\s{0,8}$/u;
/** A longer title is cut to {@link CUT_TITLE}, with the whole text below it. */
const LONGEST_TITLE = 120;
const CUT_TITLE = 80;

/**
 * Turns times written in a body into starts of sections: times in headings are removed from the titles, a list of times
 * becomes sections, and a time at the start of a section's text is that section's start. Only ascending times are an outline;
 * any others are mentions.
 *
 * @param isWritten Whether the front matter says when sections start: then a list of times is only mentions.
 */
export function withTimes(
  pieces: readonly Piece[],
  isWritten: boolean,
): { readonly pieces: readonly Piece[]; readonly from: TimesFrom } {
  const headed = timedHeadings(pieces);
  const many = headed.filter((piece) => piece.kind === 'heading' && piece.start !== undefined).length;
  const listed = many >= 2 || isWritten ? null : listedOutline(headed);
  const begun = firstWords(listed ?? headed);
  const from = many > 0 ? 'headings' : listed ? 'list' : begun.some(hasStart) ? 'first words' : null;
  return { pieces: begun, from };
}

const hasStart = (piece: Piece) => piece.kind === 'heading' && piece.start !== undefined;
const startOf = (piece: Piece): Seconds[] =>
  piece.kind === 'heading' && piece.start !== undefined ? [piece.start] : [];

function timeOfHeading({ children }: Heading): FoundTime | null {
  const leading = leadingTime(children);
  if (leading) return leading;
  // The id comes after the time, so it is removed first.
  const last = children.at(-1);
  const id = last?.type === 'text' ? (WRITTEN_ID.exec(last.value)?.[0] ?? '') : '';
  const words: PhrasingContent[] =
    last?.type === 'text' && id !== ''
      ? [...children.slice(0, -1), { type: 'text', value: last.value.slice(0, -id.length) }]
      : children;
  const trailing = trailingTime(words);
  if (!trailing?.distinct) return null;
  return { ...trailing, rest: id === '' ? trailing.rest : [...trailing.rest, { type: 'text', value: id }] };
}

function timedHeadings(pieces: readonly Piece[]): readonly Piece[] {
  const times = pieces.map((piece) =>
    piece.kind === 'heading' && piece.start === undefined ? timeOfHeading(piece.node) : null,
  );
  const found = times.filter((time) => time !== null);
  const plain =
    found.length < 2 ? found.every(({ distinct }) => distinct) : isAscending(found.map(({ start }) => start));
  if (found.length === 0 || !plain) return pieces;
  return pieces.map((piece, index): Piece => {
    const time = times[index];
    if (!time || piece.kind !== 'heading') return piece;
    // A heading that is only a time keeps it as its title.
    const children = wordsOf(time.rest).trim() === '' ? piece.node.children : time.rest;
    return { kind: 'heading', node: { ...piece.node, children }, start: time.start };
  });
}

interface Candidate {
  readonly at: number;
  readonly outline: Outline;
  readonly starts: readonly Seconds[];
}

/** The body with its lists of times made into sections; `null` when it has none. */
function listedOutline(pieces: readonly Piece[]): readonly Piece[] | null {
  const chosen = choose(withoutFirstWords(pieces, pieces.flatMap(candidateAt)));
  if (chosen.length === 0) return null;
  const entries = chosen.flatMap(({ outline }) => outline.entries);
  const named = withMatchingTitles(
    pieces,
    entries.map(({ title, start }) => ({ title: wordsOf(title), start })),
  );
  if (named) return named;
  const outlines = new Map(chosen.map(({ at, outline }) => [at, outline]));
  const made: Piece[] = [];
  let depth = 1;
  for (const [index, piece] of pieces.entries()) {
    const outline = outlines.get(index);
    if (piece.kind === 'heading') depth = piece.node.depth;
    if (!outline) {
      made.push(piece);
      continue;
    }
    const last = made.at(-1);
    const above = last?.kind === 'heading' && last.start === undefined && outline.before.length === 0 ? last : null;
    const generic = above !== null && GENERIC.test(wordsOf(above.node.children));
    if (generic) made.pop();
    // The title of the note is not a section.
    else if (above && !isTitle(above, pieces))
      made[made.length - 1] = { ...above, start: outline.entries[0]?.start ?? 0 };
    const inner = outline.entries.flatMap((entry) => piecesOfEntry(entry, generic ? depth : depth + 1));
    made.push(...outline.before.map(contentPiece), ...inner);
  }
  return made;
}

/** Whether a heading is the only one of the first level. */
const isTitle = ({ node }: HeadingPiece, pieces: readonly Piece[]) =>
  node.depth === 1 && pieces.filter((piece) => piece.kind === 'heading' && piece.node.depth === 1).length === 1;

function candidateAt(piece: Piece, at: number): Candidate[] {
  if (piece.kind !== 'content') return [];
  const outline = outlineOf(piece.node);
  if (!outline) return [];
  const { entries, share } = outline;
  const single = entries.length === 1 && outline.before.length === 0 && share === 1;
  const short = single && wordsOf(entries[0]?.title ?? []).length <= 2 * LONGEST_TITLE;
  if (!short && (entries.length < 2 || share < 0.5)) return [];
  return [{ at, outline, starts: startsOf(entries) }];
}

/** Without the candidates that are a heading's only time, at the start of its text: that is the heading's own start. */
function withoutFirstWords(pieces: readonly Piece[], candidates: readonly Candidate[]): Candidate[] {
  let section = -1;
  const sectionOf = pieces.map((piece, index) => {
    const own = section;
    if (piece.kind === 'heading') section = index;
    return own;
  });
  const counts = new Map<number, number>();
  for (const { at, starts } of candidates) {
    const own = sectionOf[at] ?? -1;
    counts.set(own, (counts.get(own) ?? 0) + starts.length);
  }
  return candidates.filter(({ at, starts }) => {
    const own = sectionOf[at] ?? -1;
    return starts.length > 1 || own < 0 || counts.get(own) !== 1 || own !== at - 1;
  });
}

/** The candidates in ascending order: all of them, else the longest one and those that fit around it. */
function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const sound = candidates.filter(({ starts }) => isAscending(starts));
  const chosen = isAscending(sound.flatMap(({ starts }) => starts)) ? sound : aroundLongest(sound);
  return chosen.flatMap(({ starts }) => starts).length >= 2 ? chosen : [];
}

function aroundLongest(candidates: readonly Candidate[]): readonly Candidate[] {
  const longest = candidates.reduce(
    (most, { starts }, index) => (starts.length > (candidates[most]?.starts.length ?? 0) ? index : most),
    0,
  );
  const middle = candidates[longest];
  if (!middle) return [];
  const chosen = [middle];
  let [first = 0] = middle.starts;
  for (const each of candidates.slice(0, longest).reverse()) {
    if ((each.starts.at(-1) ?? 0) > first) continue;
    chosen.unshift(each);
    first = each.starts[0] ?? first;
  }
  let last = middle.starts.at(-1) ?? 0;
  for (const each of candidates.slice(longest + 1)) {
    if ((each.starts[0] ?? 0) < last) continue;
    chosen.push(each);
    last = each.starts.at(-1) ?? last;
  }
  return chosen;
}

const contentPiece = (node: RootContent): Piece => ({ kind: 'content', node });

function piecesOfEntry(entry: Entry, depth: number): Piece[] {
  const content = [...entry.content];
  let title = entry.title;
  const [first] = content;
  if (wordsOf(title).trim() === '' && first?.type === 'paragraph') {
    title = first.children;
    content.shift();
  }
  const words = wordsOf(title).trim();
  const links = title.flatMap((node) => linksIn(node));
  if (words.length > LONGEST_TITLE) {
    content.unshift({ type: 'paragraph', children: title });
    title = [{ type: 'text', value: beginningOf(words) }];
  } else if (links.length > 0) {
    content.unshift({
      type: 'paragraph',
      children: links.flatMap((link, index) =>
        index === 0 ? [link] : [{ type: 'text', value: ' · ' } as const, link],
      ),
    });
  }
  if (words === '') title = [{ type: 'text', value: formatClock(entry.start) }];
  const heading: HeadingPiece = { kind: 'heading', node: headingOf({ ...entry, title }, depth), start: entry.start };
  return [heading, ...content.map(contentPiece), ...entry.inner.flatMap((each) => piecesOfEntry(each, depth + 1))];
}

/** The links in a title: titles are plain text, so links are kept in the section's content. */
function linksIn(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return /^https?:/i.test(node.url) ? [node] : [];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

/** The first sentence of a text, else as many whole words as fit a title. */
function beginningOf(words: string): string {
  const sentence = /^.{8,80}?[.!?](?=\s)|^.{8,80}?[。！？]/u.exec(words)?.[0];
  if (sentence) return sentence.replace(/[.。]$/u, '');
  const cut = words.slice(0, CUT_TITLE);
  const space = cut.lastIndexOf(' ');
  return `${space > CUT_TITLE / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A title in the form in which titles are compared: letters and digits only, in lower case. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Gives headings the starts of entries with the same title; `null` when fewer than two, or fewer than half, of them match. */
export function withMatchingTitles(
  pieces: readonly Piece[],
  entries: readonly { readonly title: string; readonly start: Seconds }[],
): readonly Piece[] | null {
  const starts = new Map(entries.map(({ title, start }) => [foldTitle(title), start]));
  let found = 0;
  const named = pieces.map((piece): Piece => {
    const title = piece.kind === 'heading' ? foldTitle(wordsOf(piece.node.children).replace(WRITTEN_ID, '')) : '';
    const start = title === '' ? undefined : starts.get(title);
    if (start === undefined || piece.kind !== 'heading' || piece.start !== undefined) return piece;
    starts.delete(title);
    found++;
    return { ...piece, start };
  });
  return found >= 2 && found * 2 >= entries.length ? named : null;
}

/** Headings without a time take the one at the start of their text. */
function firstWords(pieces: readonly Piece[]): readonly Piece[] {
  const times = pieces.map((piece, index) => {
    const next = pieces[index + 1];
    return piece.kind === 'heading' && piece.start === undefined && next?.kind === 'content'
      ? timeOfBlock(next.node)
      : null;
  });
  const found = times.filter((time) => time !== null);
  const starts = pieces.flatMap((piece, index) => (times[index] ? [times[index].start] : startOf(piece)));
  const taken = found.length > 1 ? isAscending(starts) : found.every(({ distinct }) => distinct) && isAscending(starts);
  if (found.length === 0 || !taken) return pieces;
  return pieces.flatMap((piece, index): Piece[] => {
    const time = times[index];
    if (time && piece.kind === 'heading') return [{ ...piece, start: time.start }];
    const above = times[index - 1];
    return above?.alone && piece.kind === 'content' ? [] : [piece];
  });
}

/** The time a block begins with, and whether the block has nothing else. */
function timeOfBlock(node: RootContent): { start: Seconds; distinct: boolean; alone: boolean } | null {
  if (node.type === 'paragraph') {
    const time = leadingTime(node.children);
    return time && { start: time.start, distinct: time.distinct, alone: wordsOf(time.rest).trim() === '' };
  }
  const first = node.type === 'list' ? node.children[0]?.children[0] : undefined;
  const time = first?.type === 'paragraph' ? leadingTime(first.children) : null;
  return time && { start: time.start, distinct: time.distinct, alone: false };
}
