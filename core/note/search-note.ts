import type { Edition, Section, SectionId } from './episode.ts';
import { blockText, originalText } from './section-text.ts';

/** From a character up to, not including, another one; UTF-16 code units. */
export type Range = readonly [from: number, to: number];

/** A stretch of a section's text around something found. */
export interface Passage {
  /** The position of the block in its section. */
  readonly block: number;
  readonly text: string;
  readonly ranges: readonly Range[];
}

export interface SectionMatches {
  readonly section: SectionId;
  readonly title: readonly Range[];
  /** At most {@link MOST_PASSAGES}. */
  readonly passages: readonly Passage[];
  /** How often it occurs in title and text. */
  readonly count: number;
}

export interface NoteMatches {
  readonly count: number;
  /** Those with a match, in the note's order. */
  readonly sections: readonly SectionMatches[];
}

export const MOST_PASSAGES = 4;
/** How much is shown before and after what was found. */
const BEFORE = 32;
const AFTER = 96;

interface FoldedSection {
  readonly section: Section;
  readonly title: string;
  readonly blocks: readonly { readonly block: number; readonly text: string; readonly folded: string }[];
}

/** Folding a long note takes some milliseconds, so it is done once. */
const folded = new WeakMap<Edition, readonly FoldedSection[]>();

/** Finds a text in a note, whatever its case or width. An empty query finds nothing. */
export function searchNote(edition: Edition, query: string): NoteMatches {
  const needle = fold(query.trim());
  if (needle === '') return { count: 0, sections: [] };
  const sections = foldedSections(edition).flatMap(({ section, title, blocks }): SectionMatches[] => {
    const inTitle = rangesOf(needle, title);
    const found = blocks.flatMap(({ block, text, folded: hay }) => {
      const ranges = rangesOf(needle, hay);
      return ranges.length > 0 ? [{ block, text, ranges }] : [];
    });
    const count = found.reduce((sum, { ranges }) => sum + ranges.length, inTitle.length);
    if (count === 0) return [];
    const passages = found.slice(0, MOST_PASSAGES).map(({ block, text, ranges }) => cut(block, text, ranges));
    return [{ section: section.id, title: inTitle, passages, count }];
  });
  return { count: sections.reduce((sum, { count }) => sum + count, 0), sections };
}

function foldedSections(edition: Edition): readonly FoldedSection[] {
  const known = folded.get(edition);
  if (known) return known;
  const made = edition.sections.map((section) => ({
    section,
    title: fold(section.title),
    blocks: section.blocks.flatMap((each, block) =>
      [blockText(each, edition.language), originalText(each)]
        .filter((text) => text !== '')
        .map((text) => ({ block, text, folded: fold(text) })),
    ),
  }));
  folded.set(edition, made);
  return made;
}

/** Case and width are taken away; every character stays in its place, or what was found could not be shown. */
function fold(text: string): string {
  const narrow = text.replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const lower = narrow.toLowerCase();
  return lower.length === text.length ? lower : narrow;
}

function rangesOf(needle: string, hay: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + needle.length)) {
    ranges.push([at, at + needle.length]);
  }
  return ranges;
}

function cut(block: number, text: string, ranges: readonly Range[]): Passage {
  const [first] = ranges;
  if (!first) return { block, text, ranges };
  const from = wordStart(text, Math.max(0, first[0] - BEFORE), first[0]);
  const to = Math.min(text.length, first[1] + AFTER);
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = head.length - from;
  const inside = ranges.filter(([, end]) => end <= to).map(([start, end]): Range => [start + shift, end + shift]);
  return { block, text: head + text.slice(from, to).replaceAll('\n', ' ') + tail, ranges: inside };
}

/** The beginning of the next word from a place on, so that a passage does not start amid one. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, latest).search(/[\s，。；、,.;]/u);
  return space === -1 ? from : from + space + 1;
}
