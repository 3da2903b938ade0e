import type { Blockquote, ListItem, RootContent } from 'mdast';
import type { RichElement } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';
import type { Piece } from './body.ts';
import { isAboutYouTube } from './boilerplate.ts';
import { calloutKind, unmarkCallout } from './callout.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { readNotation } from './notation.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { parseBody } from './tree.ts';
import { wordsOf } from './words.ts';

/** A note's summary, the rest of the body, and where the summary was found. */
export interface TakenSummary {
  readonly summary: readonly RichElement[];
  readonly pieces: readonly Piece[];
  /** For an author: `summary:`, `[!summary]`, `## TL;DR`; `null` without one. */
  readonly from: string | null;
}

const OWN = [
  ...['summary', 'tldr', 'tl;dr', 'abstract', 'synopsis', 'overview', '摘要', '概要', '总结', '總結', '要約', '요약'],
  ...['zusammenfassung', 'resumen', 'résumé', 'riassunto', 'sommario', 'resumo', 'резюме', 'кратко'],
];
/** Keys of texts about the video that are appended to the summary, because they would be shown nowhere else. */
const MORE = ['description', 'excerpt', 'intro', 'introduction', 'lead', 'subtitle', 'blurb'];
const POINTS = [
  'bulletpoints',
  'keypoints',
  'keytakeaways',
  'takeaways',
  'highlights',
  'insights',
  'learnings',
  'shownotes',
];

const NAMES =
  'summary|tl ?[;:]? ?dr|overview|abstract|synopsis|概要|概述|摘要|总结|總結|要約|まとめ|サマリー|요약|개요|riassunto|sommario|sintesi|resumen|résumé|zusammenfassung|kurzfassung|überblick|кратко|краткое содержание|резюме|resumo|samenvatting|sammanfattning|streszczenie|podsumowanie|özet|tóm tắt|ringkasan';
const HEADING = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:executive|concise|detailed|general|ai|short|quick|brief|video|episode|talk|one[- ]sentence|内容|視頻|视频|全文|一句话|核心)[ -]?)?(?:${NAMES})(?: of (?:the )?(?:video|talk|episode))?[^\p{L}]*$`,
  'iu',
);
const LABEL = new RegExp(
  String.raw`^[^\p{L}]{0,6}(?:${NAMES})[^\p{L}\n]{0,3}[:：][^\p{L}\p{N}\p{Ps}\p{Pi}\p{Sc}"'#]*`,
  'iu',
);
const CALLOUT = /^(?:summary|abstract|tldr|tl-dr|overview)$/;
/** A label further down belongs to the summary of something else. */
const NEAR_TOP = 8;

/** Finds the summary: in the front matter, else a callout, section or paragraph with such a title or label. */
export function takeSummary(data: FrontMatter['data'], pieces: readonly Piece[], report: Reporter): TakenSummary {
  const own = fieldOf(data, OWN);
  const written = own ? richOf(own.value, own.key, report) : [];
  const found =
    written.length > 0
      ? null
      : (fromCallout(pieces, report) ??
        fromSection(pieces, report) ??
        fromLabel(pieces, report) ??
        fromBold(pieces, report));
  const summary = [...(found?.summary ?? written)];
  let from = own && written.length > 0 ? `${own.key}:` : (found?.from ?? null);
  for (const name of [...MORE, ...POINTS]) {
    const field = fieldOf(data, [name]);
    const more = field ? richOf(field.value, field.key, report) : [];
    if (!field || more.length === 0 || isSaid(more, summary) || isAboutYouTube(letters(more))) continue;
    summary.push(...more);
    from ??= `${field.key}:`;
  }
  return { summary, pieces: found?.pieces ?? pieces, from };
}

/** A text of the front matter as formatted text; a list of texts as a list. */
function richOf(value: unknown, key: string, report: Reporter): RichElement[] {
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const text = typeof value === 'string' ? value : texts.map((item) => `- ${item.replaceAll('\n', ' ')}`).join('\n');
  if (text.trim() === '') return [];
  return parseBody(readNotation(text).body).children.flatMap((node) =>
    toRich(node, { ...report, node: (finding) => report.key(finding, key) }),
  );
}

const letters = (elements: readonly RichElement[]) =>
  plainText(elements)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Whether a text is already contained in the summary: descriptions are often its truncated beginning. */
function isSaid(text: readonly RichElement[], there: readonly RichElement[]): boolean {
  return letters(there).includes(letters(text));
}

type Found = Pick<TakenSummary, 'summary' | 'pieces' | 'from'> | null;

/** Whether a quote is a callout of the summary type, or of any type with the title of a summary. */
function isSummary(quote: Blockquote): boolean {
  const kind = calloutKind(quote);
  if (kind === null) return false;
  const [first] = quote.children;
  const [line = ''] = first?.type === 'paragraph' ? wordsOf(first.children).split('\n', 1) : [];
  return CALLOUT.test(kind) || HEADING.test(line.slice(line.indexOf(']') + 1));
}

function fromCallout(pieces: readonly Piece[], report: Reporter): Found {
  const at = pieces.findIndex(
    (piece) => piece.kind === 'content' && piece.node.type === 'blockquote' && isSummary(piece.node),
  );
  const piece = pieces[at];
  if (piece?.kind !== 'content' || piece.node.type !== 'blockquote') return null;
  const kind = calloutKind(piece.node);
  // A title of the author's own is kept; one that only says "summary" is not.
  unmarkCallout(piece.node);
  const [title] = piece.node.children;
  const named =
    title?.type === 'paragraph' && title.children[0]?.type === 'strong' && HEADING.test(wordsOf(title.children));
  const children = named ? piece.node.children.slice(1) : piece.node.children;
  const summary = children.flatMap((node) => toRich(node, report));
  return summary.length === 0 ? null : { summary, pieces: pieces.toSpliced(at, 1), from: `[!${kind}]` };
}

function fromSection(pieces: readonly Piece[], report: Reporter): Found {
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'heading' || !HEADING.test(wordsOf(piece.node.children))) continue;
    const next = pieces.findIndex((each, index) => index > at && each.kind === 'heading');
    const end = next < 0 ? pieces.length : next;
    const nodes = pieces.slice(at + 1, end).flatMap((each) => (each.kind === 'content' ? [each.node] : []));
    const summary = nodes.filter(({ type }) => type !== 'thematicBreak').flatMap((node) => toRich(node, report));
    if (summary.length === 0) continue;
    // A note that consists only of its summary keeps it as a section, too; so does one whose summary has originals.
    const whole =
      nodes.length < end - at - 1 || !pieces.some((each, index) => (index < at || index >= end) && saysSomething(each));
    const inner = pieces[end];
    const head = inner?.kind === 'heading' && inner.node.depth > piece.node.depth ? 1 : 0;
    const left = whole ? pieces : pieces.toSpliced(at + head, end - at - head);
    return { summary, pieces: left, from: `${'#'.repeat(piece.node.depth)} ${wordsOf(piece.node.children).trim()}` };
  }
  return null;
}

const saysSomething = (piece: Piece): boolean =>
  piece.kind === 'content' || (piece.kind === 'heading' && piece.start !== undefined);

/** `**TL;DR:** words`, as a paragraph or an item of a list, near the top. */
function fromLabel(pieces: readonly Piece[], report: Reporter): Found {
  for (const piece of pieces.filter(({ kind }) => kind === 'content').slice(0, NEAR_TOP)) {
    if (piece.kind !== 'content') continue;
    for (const node of labelled(piece.node)) {
      const label = LABEL.exec(wordsOf([node]))?.[0] ?? '';
      if (label === '') continue;
      const text = wordsOf([node]).slice(label.length).trim();
      if (text === '') continue;
      const summary = toRich({ type: 'paragraph', children: [{ type: 'text', value: text }] }, report);
      const left = piece.node === node ? pieces.filter((each) => each !== piece) : pieces;
      return { summary, pieces: left, from: `${label.replaceAll(/[^\p{L}\p{N};]/gu, '')}:` };
    }
  }
  return null;
}

/** A paragraph near the top that is only a bold `**Summary**` acts as a heading; the next block is the summary. */
function fromBold(pieces: readonly Piece[], report: Reporter): Found {
  for (const [at, piece] of pieces.slice(0, NEAR_TOP).entries()) {
    if (piece.kind !== 'content' || piece.node.type !== 'paragraph') continue;
    const [bold, ...others] = piece.node.children;
    if (bold?.type !== 'strong' || others.length > 0 || !HEADING.test(wordsOf([bold]))) continue;
    const next = pieces[at + 1];
    if (next?.kind !== 'content' || (next.node.type !== 'paragraph' && next.node.type !== 'list')) continue;
    const summary = toRich(next.node, report);
    if (summary.length > 0) return { summary, pieces: pieces.toSpliced(at, 2), from: `**${wordsOf([bold]).trim()}**` };
  }
  return null;
}

function labelled(node: RootContent): readonly RootContent[] {
  if (node.type === 'paragraph') return [node];
  if (node.type !== 'list') return [];
  return node.children.flatMap(({ children: [first] }: ListItem) => (first?.type === 'paragraph' ? [first] : []));
}
