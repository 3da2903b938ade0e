import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Mark } from '../marks/mark.ts';
import { markTitle } from '../marks/mark-title.ts';
import { inOrder, marksBetween } from '../marks/place-marks.ts';
import { formatClock, formatLongClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Chapter } from '../timeline/timeline.ts';
import { shortAddress, watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import type { ChapterWording } from './marks-chapters.ts';
import { markdownOf } from './to-markdown.ts';

/** What a note is made of. */
export interface NoteOfMarks {
  readonly videoId: VideoId;
  /** The video's title; empty when unknown. */
  readonly title: string;
  /** The video's length; `null` when unknown. */
  readonly duration: Seconds | null;
  /** In any order. */
  readonly chapters: readonly Chapter[];
  /** In any order. */
  readonly marks: readonly Mark[];
}

/** Characters of a section's title. */
const LONGEST_TITLE = 120;

interface Part {
  readonly title: string;
  readonly start: Seconds;
  readonly marks: readonly Mark[];
}

/**
 * A note about a video, to be written on: its chapters as sections with their starts, and in each the marks made there, with
 * the viewer's words and what was heard. Without chapters each mark is a section.
 */
export function noteOfMarks(about: NoteOfMarks, wording: ChapterWording): string {
  const parts = partsOf(about, wording);
  const { videoId, title, duration } = about;
  const front = [
    ...(title.trim() === '' ? [] : [`title: ${JSON.stringify(oneLine(title))}`]),
    `source: ${watchAddress(videoId)}`,
    ...(duration === null || duration <= 0 ? [] : [`duration: "${formatLongClock(duration)}"`]),
    ...(parts.length > 0 ? ['timestamps:'] : []),
    ...parts.map(({ start }, at) => `  ${idOf(at)}: "${formatLongClock(start)}"`),
  ];
  const body = parts.flatMap(({ title: name, marks }, at): RootContent[] => [
    { type: 'heading', depth: 3, children: [{ type: 'text', value: `${name} {#${idOf(at)}}` }] },
    ...marks.flatMap((mark) => markTree(mark, wording.untitled)),
  ]);
  return `---\n${front.join('\n')}\n---\n\n${markdownOf(body)}\n`;
}

/** Ids of their own, so that a section that is put between two others moves no start. */
const idOf = (at: number) => `s${at + 1}`;

function partsOf({ chapters, marks, duration }: NoteOfMarks, { opening, untitled }: ChapterWording): readonly Part[] {
  const named = chapters
    .map(({ start, title }) => ({ start: Math.floor(start), title: oneLine(title) }))
    .filter(({ start, title }) => title !== '' && (duration === null || start < duration))
    .sort((a, b) => a.start - b.start);
  if (named.length === 0) {
    return inOrder(marks, new Map()).map((mark) => {
      const title = markTitle(mark, LONGEST_TITLE) || untitled;
      return { title, start: Math.floor(mark.at), marks: withoutTitle(mark, title) };
    });
  }
  const [before = [], ...inside] = marksBetween(
    marks,
    named.map(({ start }) => start),
  );
  const parts = named.map((chapter, at) => ({ ...chapter, marks: inside[at] ?? [] }));
  return before.length > 0 ? [{ title: opening, start: 0, marks: before }, ...parts] : parts;
}

function markTree({ video, at, words, quote, starred }: Mark, untitled: string): RootContent[] {
  const clock: PhrasingContent = {
    type: 'link',
    url: shortAddress(video, at),
    children: [{ type: 'text', value: formatClock(at) }],
  };
  const heard = oneLine(quote?.text ?? '');
  const own = words.trim() || (heard === '' ? untitled : '');
  const lines = (starred && own !== '' ? `★ ${own}` : own).split(/(?:\r\n?|\n)\s*/u);
  // The time last: one that opens a paragraph would be read as the start of a section.
  const paragraph = (said: readonly string[]): Paragraph => ({
    type: 'paragraph',
    children: said.flatMap((value, line) => [
      ...(line === 0 ? [] : [{ type: 'break' } as const]),
      { type: 'text', value },
    ]),
  });
  const withTime = ({ children }: Paragraph): Paragraph => ({
    type: 'paragraph',
    children: [...children, { type: 'text', value: ' ' }, clock],
  });
  const quotation = paragraph([heard]);
  return [
    ...(own === '' ? [] : [withTime(paragraph(lines))]),
    ...(heard === ''
      ? []
      : [{ type: 'blockquote' as const, children: [own === '' ? withTime(quotation) : quotation] }]),
  ];
}

/** What the title of a section does not say yet. */
function withoutTitle(mark: Mark, title: string): readonly Mark[] {
  const [first = '', ...more] = mark.words.trim().split(/\r\n?|\n/u);
  const words = oneLine(first) === title ? more.join('\n') : mark.words;
  const quote = oneLine(mark.quote?.text ?? '') === title ? null : mark.quote;
  return words.trim() === '' && quote === null ? [] : [{ ...mark, words, quote }];
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
