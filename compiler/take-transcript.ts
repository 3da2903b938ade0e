import type { Cue } from '../core/transcript/cue.ts';
import type { HeadingPiece, Piece } from './body.ts';
import { type CueLine, cueLinesOf, cuesOf } from './cue-lines.ts';
import { wordsOf } from './words.ts';

/** A body with its transcript separated: cues are evidence for times and text to read along, not prose of the note. */
export interface TakenTranscript {
  readonly pieces: readonly Piece[];
  readonly cues: readonly Cue[];
  /** The headings within the transcript: chapters, each with the start of its first cue. */
  readonly chapters: readonly HeadingPiece[];
}

/** Names of a transcript in a heading or a file's name. */
export const TRANSCRIPT =
  /transcri(?:pt|ci|zion)|transkript|\b(?:captions|subtitles)\b|逐字稿|文字稿|文字起こし|字幕|原始文稿|全文稿|书き起こし|書き起こし|スクリプト|자막|스크립트|대본|녹취|транскри|расшифровк|стенограмм|субтитр/iu;
/** The fewest times in a transcript without a heading that says so, and in a note named a transcript. */
const FEWEST = 8;
const FEWEST_NAMED = 3;
/** The fewest where every paragraph is a turn of a conversation. */
const FEWEST_TURNS = 4;

interface Group {
  readonly heading: HeadingPiece | null;
  readonly content: { readonly piece: Piece; readonly lines: readonly CueLine[] }[];
  /** Whether it is below a heading that says it is a transcript. */
  readonly explicit: boolean;
  /** Whether its own heading says so. */
  readonly titled: boolean;
}

/**
 * Separates a transcript from a body: the timed lines below a heading that says so; else, when most paragraphs begin with
 * times as dense as speech, all of them.
 *
 * @param named Whether the whole note is called a transcript.
 */
export function takeTranscript(pieces: readonly Piece[], named: boolean): TakenTranscript {
  const groups = groupsOf(pieces);
  const timed = (some: readonly Group[]) =>
    some.flatMap(({ content }) => content.flatMap(({ lines }) => lines.filter(({ start }) => start !== null)));
  const explicit = groups.filter((group) => group.explicit);
  const taken = timed(explicit).length >= 2 ? explicit : isTranscript(groups, named) ? groups : [];
  if (taken.length === 0) return { pieces, cues: [], chapters: [] };
  const kept: Piece[] = [];
  const lines: CueLine[] = [];
  const chapters: HeadingPiece[] = [];
  /** Chapters without a cue of their own: they get the start of the next chapter. */
  let empty: HeadingPiece[] = [];
  for (const group of groups) {
    const [first] = taken.includes(group) ? timed([group]) : [];
    const start = first?.start ?? null;
    if (start === null) {
      const alone = group.explicit && group.content.length === 0 && taken.includes(group);
      if (alone && group.heading && !group.titled) empty.push(group.heading);
      else if (!alone && group.heading) kept.push(group.heading);
      kept.push(...group.content.map(({ piece }) => piece));
      continue;
    }
    const begin = group.content.findIndex((each) => each.lines.some((line) => line.start !== null));
    kept.push(...group.content.slice(0, begin).map(({ piece }) => piece));
    lines.push(...group.content.slice(begin).flatMap((each) => each.lines));
    if (group.heading && !group.titled) chapters.push(...[...empty, group.heading].map((each) => ({ start, ...each })));
    else kept.push(...empty);
    empty = [];
  }
  kept.push(...empty);
  return { pieces: kept, cues: cuesOf(lines), chapters: areSpeakers(chapters) ? [] : chapters };
}

function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  let depth: number | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      if (depth !== null && piece.node.depth <= depth) depth = null;
      const titled = TRANSCRIPT.test(wordsOf(piece.node.children));
      if (titled) depth ??= piece.node.depth;
      groups.push({ heading: piece, content: [], explicit: depth !== null, titled });
      continue;
    }
    if (groups.length === 0) groups.push({ heading: null, content: [], explicit: false, titled: false });
    const lines = piece.kind === 'original' ? piece.nodes.flatMap(cueLinesOf) : cueLinesOf(piece.node);
    groups.at(-1)?.content.push({ piece, lines });
  }
  return groups;
}

/** Whether a body without such a heading is a transcript: most paragraphs begin with a time, as densely as in speech. */
function isTranscript(groups: readonly Group[], named: boolean): boolean {
  const paragraphs = groups.flatMap(({ content }) =>
    content.filter(({ piece }) => piece.kind === 'content' && piece.node.type === 'paragraph'),
  );
  const begun = paragraphs.filter(({ lines }) => lines.some(({ start }) => start !== null));
  const lines = begun.flatMap((each) => each.lines);
  const starts = lines.flatMap(({ start }) => start ?? []);
  const timed = lines.filter(({ start }) => start !== null);
  const few = named ? FEWEST_NAMED : areTurns(timed) && begun.length === paragraphs.length ? FEWEST_TURNS : FEWEST;
  if (starts.length < few) return false;
  // An outline does not name speakers; a turn can go on for several paragraphs.
  const spoken = timed.filter(({ speaker }) => speaker !== null).length >= 0.5 * timed.length;
  if (begun.length < (spoken ? 0.3 : 0.5) * paragraphs.length) return false;
  if (named || spoken) return true;
  const gap = median(starts.slice(1).map((start, index) => start - (starts[index] ?? 0)));
  const words = median(timed.map(({ text }) => spokenWords(text)));
  // Chapters are usually consecutive lines; times in paragraphs of their own are probably speech.
  const apart = begun.length >= FEWEST;
  return gap >= 0 && (gap <= (apart ? 60 : 20) || (gap <= 150 && words >= 15));
}

/** Whether every line names its speaker, and at least one speaks twice. */
const areTurns = (timed: readonly CueLine[]): boolean =>
  timed.every(({ speaker }) => speaker !== null) && new Set(timed.map(({ speaker }) => speaker)).size < timed.length;

/** Words of a text; two Han characters count as one. */
const spokenWords = (text: string) =>
  text.split(/\s+/).length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) / 2;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Whether headings repeat so often that they are names of speakers, not chapters. */
function areSpeakers(headings: readonly HeadingPiece[]): boolean {
  const titles = new Set(headings.map(({ node }) => wordsOf(node.children).trim()));
  return headings.length > 3 && titles.size < 0.7 * headings.length;
}
