import type { Heading } from 'mdast';
import type { Block, Section, SectionId } from '../core/note/episode.ts';
import { formatClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';
import type { Piece } from './body.ts';
import { markGlosses } from './gloss.ts';
import type { GlossaryBuilder } from './glossary.ts';
import { headsOf, withoutId } from './headings.ts';
import { isTermsHeading, termsIn } from './key-terms.ts';
import { type Draft, type Item, withOriginals } from './originals.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { glossUnclosed } from './rules/gloss-unclosed.ts';
import { termRedefined } from './rules/term-redefined.ts';
import { timestampBeyond } from './rules/timestamp-beyond.ts';
import { isSilent } from './silent.ts';
import { readTurn, speakersOf } from './turns.ts';
import { wordsOf } from './words.ts';

interface Group {
  readonly heading: Heading | null;
  readonly start: Seconds | null;
  /** Whether its heading, or one above it, is that of a list of terms. */
  readonly terms: boolean;
  readonly pieces: Exclude<Piece, { kind: 'heading' }>[];
}

/** The sections of a body, and the starts it gives for them. */
export interface MadeSections {
  /** At least one. */
  readonly sections: [Section, ...Section[]];
  readonly starts: Readonly<Record<SectionId, Seconds>>;
}

/** Makes sections of the body's pieces; every heading begins one. A start after `duration` is reported and left out. */
export function makeSections(
  pieces: readonly Piece[],
  glossary: GlossaryBuilder,
  named: readonly string[],
  duration: Seconds | null,
  report: Reporter,
): MadeSections {
  const groups = groupsOf(pieces);
  const heads = headsOf(
    groups.map(({ heading }) => heading),
    report,
  );
  const parts = partsOf(pieces);
  const drafts = groups.map((group, index) => blocksOf(group, heads[index]?.id ?? '', glossary, report, parts));
  const blocks = withTurns(drafts, named);
  const starts: Record<SectionId, Seconds> = {};
  for (const [index, { heading, start }] of groups.entries()) {
    const id = heads[index]?.id ?? '';
    if (start === null || !heading) continue;
    if (duration !== null && start > duration) report.node(timestampBeyond(formatClock(start)), heading);
    else starts[id] = start;
  }
  const sections = heads.map((head, index): Section => ({ ...head, blocks: blocks[index] ?? [] }));
  return { sections: sections as [Section, ...Section[]], starts };
}

/**
 * The pieces grouped by heading, at least one group. Content before the first heading is a group without one, unless it shows
 * nothing (a comment, a player).
 */
function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  const untitled = { heading: null, start: null, terms: false };
  /** The depth of the open heading of a list of terms. */
  let terms: number | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      const { node, start = null } = piece;
      if (terms !== null && node.depth <= terms) terms = null;
      if (terms === null && isTermsHeading(withoutId(wordsOf(node.children)))) terms = node.depth;
      groups.push({ heading: node, start, terms: terms !== null, pieces: [] });
    } else if (groups.length > 0) groups.at(-1)?.pieces.push(piece);
    else if (piece.kind !== 'content' || !isSilent(piece.node)) groups.push({ ...untitled, pieces: [piece] });
  }
  return groups.length === 0 ? [{ ...untitled, pieces: [] }] : groups;
}

/** A comment left by the tool that translated a talk in parts: `<!-- chunk 3/11 -->` precedes the third of eleven. */
const PART = /^<!--\s*chunk\s+(\d{1,4})\/\d{1,4}\s*-->$/;

/** The number of the part that begins with a piece: the first piece after each such comment. */
function partsOf(pieces: readonly Piece[]): ReadonlyMap<Piece, number> {
  const parts = new Map<Piece, number>();
  let next: number | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'content') continue;
    const part = piece.node.type === 'html' ? PART.exec(piece.node.value.trim())?.[1] : undefined;
    if (part !== undefined) next = Number(part);
    else if (next !== null) {
      parts.set(piece, next);
      next = null;
    }
  }
  return parts;
}

function blocksOf(
  { pieces, terms }: Group,
  section: SectionId,
  glossary: GlossaryBuilder,
  report: Reporter,
  parts: ReadonlyMap<Piece, number>,
): Draft[] {
  const items = pieces.map((piece): Item => {
    if (piece.kind === 'original') {
      return { kind: 'original', elements: piece.nodes.flatMap((node) => toRich(node, report)) };
    }
    const { node } = piece;
    const marks = {
      unclosed: (term: string) => report.node(glossUnclosed(term), node),
      register(gloss: Parameters<GlossaryBuilder['add']>[0]) {
        const { id, differs } = glossary.add(gloss, section);
        if (differs) report.node(termRedefined(gloss.names[0] ?? ''), node);
        return id;
      },
    };
    if (terms) for (const gloss of termsIn(node)) marks.register(gloss);
    const part = parts.get(piece);
    const blocks = toRich(node, report).map(
      (element, i): Draft => ({
        content: markGlosses(element, marks),
        ...(part !== undefined && i === 0 ? { part } : {}),
      }),
    );
    return { kind: 'blocks', blocks };
  });
  return withOriginals(items.filter((item) => item.kind === 'original' || item.blocks.length > 0));
}

/** Marks the turns of a conversation, once all sections are read and the speakers can be determined. */
function withTurns(drafts: readonly (readonly Draft[])[], named: readonly string[]): Block[][] {
  const turns = drafts.map((blocks) => blocks.map((block) => ({ block, turn: readTurn(block.content) })));
  const speakers = speakersOf(
    turns.map((blocks) => blocks.flatMap(({ turn }) => turn ?? [])),
    named,
  );
  return turns.map((blocks) =>
    blocks.map(({ block, turn }) =>
      turn && speakers.has(turn.speaker) ? { ...block, content: turn.content, speaker: turn.speaker } : block,
    ),
  );
}
