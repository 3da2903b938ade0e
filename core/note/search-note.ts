import { fitReading, typedReading } from '../glossary/reading.ts';
import { scriptFold } from '../glossary/script-fold.ts';
import {
  type Alike,
  type Needles,
  needlesOf,
  type Range,
  rangesOf,
  type Searchable,
  searchable,
} from '../text/find-text.ts';
import { foldName, foldWords } from '../text/fold.ts';
import type { Edition, Section, SectionId } from './episode.ts';
import { writtenEdition } from './other-script.ts';
import { blockText, elementText, originalText } from './section-text.ts';

export type { Range } from '../text/find-text.ts';

/** The ranges of matches in a text: in order, not overlapping. */
export type FindText = (text: string) => readonly Range[];

/** A stretch of a section's text around something found. */
export interface Excerpt {
  /** The position of the block in its section. */
  readonly block: number;
  /** Whether it is from the block's original, not from its words in the note's language. */
  readonly original: boolean;
  readonly text: string;
  readonly ranges: readonly Range[];
}

export interface SectionMatches {
  readonly section: SectionId;
  readonly title: readonly Range[];
  /** At most {@link MOST_EXCERPTS}. */
  readonly excerpts: readonly Excerpt[];
  /** How often it occurs in title and text. */
  readonly count: number;
}

export interface NoteMatches {
  /** In summary and sections. */
  readonly count: number;
  /** From the summary; `block` is the position in it. At most {@link MOST_EXCERPTS}. */
  readonly summary: readonly Excerpt[];
  /** Those with a match, in the note's order. */
  readonly sections: readonly SectionMatches[];
}

export const MOST_EXCERPTS = 4;
/** How much is shown before and after what was found. */
const BEFORE = 32;
const AFTER = 96;

const HAN = /\p{Script=Han}/u;
const SURROGATE = /[\ud800-\udfff]/;

interface FoldedNote {
  readonly summary: readonly FoldedWords[];
  readonly sections: readonly FoldedSection[];
  readonly alike: Alike;
}

interface FoldedSection {
  readonly section: Section;
  readonly title: Searchable;
  readonly blocks: readonly FoldedWords[];
}

type FoldedWords = Omit<Excerpt, 'ranges'> & { readonly folded: Searchable };

/** Folding a long note takes some milliseconds, so it is done once. */
const folded = new WeakMap<Edition, FoldedNote>();

/**
 * Finds a text in a note, however it is written: case, width, accents, composition, punctuation, kana and the script of
 * Chinese do not matter (core/text/fold.ts). What stands nowhere is tried as the pinyin of a name in the glossary. An
 * empty query finds nothing.
 *
 * @param others How else the query may be written: what these find counts, too; see core/note/chinese.ts.
 */
export function searchNote(edition: Edition, query: string, others: readonly string[] = []): NoteMatches {
  const note = foldNote(edition);
  const asWritten = matches(note, needlesFor(query, others, note.alike));
  return asWritten.count > 0 ? asWritten : matches(note, namesRead(edition, query, note.alike));
}

/** Finds in any text of the note, such as what is on the screen, what {@link searchNote} finds in the whole. */
export function noteFinder(edition: Edition, query: string, others: readonly string[] = []): FindText {
  const note = foldNote(edition);
  const asWritten = needlesFor(query, others, note.alike);
  const needles = matches(note, asWritten).count > 0 ? asWritten : namesRead(edition, query, note.alike);
  return (text) => (needles.length === 0 ? [] : rangesOf(needles, searchable(text, note.alike)));
}

/** Finds in a text that belongs to the note, such as its transcript, as {@link searchNote} does; the text is folded once. */
export function textFinder(
  edition: Edition,
  text: string,
): (query: string, others: readonly string[]) => readonly Range[] {
  let folded: Searchable | null = null;
  return (query, others) => {
    const { alike } = foldNote(edition);
    folded ??= searchable(text, alike);
    const asWritten = rangesOf(needlesFor(query, others, alike), folded);
    return asWritten.length > 0 ? asWritten : rangesOf(namesRead(edition, query, alike), folded);
  };
}

const needlesFor = (query: string, others: readonly string[], alike: Alike): Needles => [
  ...new Set([query, ...others].flatMap((each) => needlesOf(each, alike))),
];

function matches({ summary, sections }: FoldedNote, needles: Needles): NoteMatches {
  if (needles.length === 0) return { count: 0, summary: [], sections: [] };
  const within = (words: readonly FoldedWords[]) =>
    words.flatMap(({ folded: hays, ...place }): Excerpt[] => {
      const ranges = rangesOf(needles, hays);
      return ranges.length > 0 ? [{ ...place, ranges }] : [];
    });
  const found = sections.flatMap(({ section, title, blocks }): SectionMatches[] => {
    const inTitle = rangesOf(needles, title);
    const inText = within(blocks);
    const count = inTitle.length + countOf(inText);
    if (count === 0) return [];
    const excerpts = inText.slice(0, MOST_EXCERPTS).map(cut);
    return [{ section: section.id, title: inTitle, excerpts, count }];
  });
  const inSummary = within(summary);
  return {
    count: found.reduce((sum, { count }) => sum + count, countOf(inSummary)),
    summary: inSummary.slice(0, MOST_EXCERPTS).map(cut),
    sections: found,
  };
}

const countOf = (excerpts: readonly Excerpt[]) => excerpts.reduce((sum, { ranges }) => sum + ranges.length, 0);

function foldNote(edition: Edition): FoldedNote {
  const known = folded.get(edition);
  if (known) return known;
  const alike = scriptFold(scriptForms(edition));
  const sections = edition.sections.map((section) => ({
    section,
    title: searchable(section.title, alike),
    blocks: section.blocks.flatMap((each, block) =>
      [
        { original: false, text: blockText(each, edition.language) },
        { original: true, text: originalText(each) },
      ]
        .filter(({ text }) => text !== '')
        .map((words) => ({ ...words, block, folded: searchable(words.text, alike) })),
    ),
  }));
  const summary = edition.summary.map((element, block) => {
    const text = elementText(element);
    return { original: false, text, block, folded: searchable(text, alike) };
  });
  const made = { summary, sections, alike };
  folded.set(edition, made);
  return made;
}

/** The glossary's characters in both scripts of Chinese, and all others of the note that its conversion knows. */
function scriptForms(edition: Edition): readonly string[] {
  const { scriptForms: ofNames = [], conversion } = writtenEdition(edition);
  const pairs = conversion?.words.split('|') ?? [];
  const forms = pairs.flatMap((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length !== to.length) return [];
    return Array.from({ length: from.length }, (_, at) => from.charAt(at) + to.charAt(at));
  });
  return [...ofNames, ...new Set(forms.filter((form) => form[0] !== form[1] && !SURROGATE.test(form)))];
}

/** The glossary's names that are read as was typed. */
function namesRead({ glossary }: Edition, query: string, alike: Alike): Needles {
  const typed = typedReading(foldName(query));
  if (typed === null) return [];
  const names = glossary.flatMap(({ term, aliases, reading = '' }) => {
    const read = [term, ...aliases].filter((name) => HAN.test(name));
    const fits = reading.split(',').map((each) => {
      const syllables = foldWords(each).split(' ');
      const starts = syllables.map((_, at) => syllables.slice(0, at).join('').length);
      return fitReading(syllables.join(''), starts, typed) !== null;
    });
    // Each reading belongs to the name in its place; further ones are other readings of any of them.
    return fits.includes(true) ? read.filter((_, at) => fits[at] || fits.length !== read.length) : [];
  });
  return [...new Set(names.flatMap((name) => needlesOf(name, alike)))];
}

function cut(whole: Excerpt): Excerpt {
  const { text, ranges } = whole;
  const [first] = ranges;
  if (!first) return whole;
  const from = wordStart(text, Math.max(0, first[0] - BEFORE), first[0]);
  const to = Math.min(text.length, first[1] + AFTER);
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = head.length - from;
  const inside = ranges.filter(([, end]) => end <= to).map(([start, end]): Range => [start + shift, end + shift]);
  return { ...whole, text: head + text.slice(from, to).replaceAll('\n', ' ') + tail, ranges: inside };
}

/** The beginning of the next word from a place on, so that an excerpt does not start amid one. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, latest).search(/[\s，。；、,.;]/u);
  return space === -1 ? from : from + space + 1;
}
