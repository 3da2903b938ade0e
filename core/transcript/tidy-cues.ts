import { LONGEST_VIDEO } from '../time/seconds.ts';
import type { Cue } from './cue.ts';

/** As many lines as rolling captions show at once, and one more for the overlap of two files. */
const ROLLING_LINES = 3;
/** The share of cues that begin with what the one before has shown: a few in a hundred in speech, most where lines roll. */
const ROLLING_SHARE = 0.25;
/** Samples to decide whether captions roll: this many stretches of this many cues. */
const STRETCHES = 4;
const STRETCH = 250;
/** Tokens looked back for an overlap: more than rolling captions show at once. */
const LONGEST_OVERLAP = 160;
/** An overlap of fewer words than this is chance, unless it is all that the cue before had of its own. */
const FEWEST_WORDS = 3;
/** UTF-16 code units of a cue; a real one has some dozen, a paragraph of a podcast's transcript some thousand. */
const LONGEST_CUE = 10_000;

/**
 * Puts cues in order, makes each a single line, and takes out what rolling captions say twice: words at the start of a
 * cue that have just been shown. Empty cues are left out, and those that lie beyond any video.
 */
export function tidyCues(cues: readonly Cue[]): readonly Cue[] {
  const sorted = cues
    .filter(({ start }) => Number.isFinite(start) && start >= 0 && start <= LONGEST_VIDEO)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, text }) => ({ start, lines: linesOf(text) }))
    .filter(({ lines }) => lines.length > 0);
  const sample = sampleOf(sorted.map(({ lines }) => lines));
  const by = tokensFor(sample);
  if (!isRolling(sample, by)) {
    return sorted.map(({ start, lines }) => ({ start: toMilliseconds(start), text: lines.join(' ') }));
  }

  const tidy: Cue[] = [];
  let shown: readonly string[] = [];
  let latest: readonly string[] = [];
  let shownLines: readonly string[] = [];
  for (const { start, lines } of sorted) {
    const known = repeatedLines(shownLines, lines);
    const fresh = lines.slice(known).join(' ');
    if (known < lines.length) shownLines = [...shownLines, ...lines.slice(known)].slice(-ROLLING_LINES);
    const tokens = tokensOf(fresh, by);
    const words = tokens.map(({ word }) => word);
    const repeated = known === 0 ? overlapOf(shown, words) : 0;
    const overlap = repeated >= latest.length || weightOf(words.slice(0, repeated), by) >= FEWEST_WORDS ? repeated : 0;
    const rest = words.slice(overlap);
    if (rest.length === 0) continue;
    latest = rest;
    shown = [...shown, ...rest].slice(-LONGEST_OVERLAP);
    tidy.push({ start: toMilliseconds(start), text: fresh.slice(tokens[overlap]?.at ?? 0) });
  }
  return tidy;
}

const toMilliseconds = (start: number) => Math.round(start * 1000) / 1000;

/** Sample stretches of a long transcript, to decide whether it rolls. */
function sampleOf<T>(cues: readonly T[]): readonly T[] {
  if (cues.length <= STRETCHES * STRETCH) return cues;
  const from = (stretch: number) => Math.floor((stretch * cues.length) / STRETCHES);
  return Array.from({ length: STRETCHES }, (_, i) => cues.slice(from(i), from(i) + STRETCH)).flat();
}

function linesOf(text: string): readonly string[] {
  const cut = text.length > LONGEST_CUE ? text.slice(0, LONGEST_CUE).replace(/[\uD800-\uDBFF]$/u, '') : text;
  return cut
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/**
 * Whether captions roll: many cues begin with what the one before has shown. There every line is repeated, however short
 * it is; elsewhere what comes twice was said twice.
 */
function isRolling(cues: readonly (readonly string[])[], by: Tokens): boolean {
  let same = 0;
  let longer = 0;
  for (const [index, lines] of cues.entries()) {
    const before = cues[index - 1];
    if (!before) continue;
    if (lines.length === 1 && lines[0] === before.at(-1)) same++;
    else if (lines.length > 1 && lines[0] === before.at(-1)) longer++;
    else if (overlapsAtAll(before, lines, by)) longer++;
  }
  const pairs = cues.length - 1;
  return same + longer >= pairs * ROLLING_SHARE && (longer > 0 || same >= 4);
}

/** Two letters of Chinese, or a word; by chance that is rare. */
function overlapsAtAll(before: readonly string[], lines: readonly string[], by: Tokens): boolean {
  const words = lines.flatMap((line) => wordsOf(line, by));
  const overlap = overlapOf(
    before.flatMap((line) => wordsOf(line, by)),
    words,
  );
  return weightOf(words.slice(0, overlap), by) >= 1;
}

/** How many lines at the start of a cue are the last ones shown. */
function repeatedLines(shown: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(lines.length, shown.length); count > 0; count--) {
    if (lines.slice(0, count).every((line, at) => line === shown[shown.length - count + at])) return count;
  }
  return 0;
}

/** Scripts without spaces between words: a letter counts as half a word. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const UNSPACED_LETTER = new RegExp(`[${UNSPACED}]`, 'gu');
const isUnspaced = (word: string) => word.search(UNSPACED_LETTER) !== -1;

/** What is compared to find what was shown before. */
interface Tokens {
  readonly pattern: RegExp;
  /** Of one token, in words. */
  readonly weight: (token: string) => number;
}
const WORDS: Tokens = {
  pattern: new RegExp(`[${UNSPACED}]|[^\\s${UNSPACED}]+`, 'gu'),
  weight: (word) => (isUnspaced(word) ? 0.5 : 1),
};
/** Lines joined without a space: a Latin word at the end of one and another at the beginning of the next look like one. */
const LETTERS: Tokens = { pattern: /\S/gu, weight: (letter) => (isUnspaced(letter) ? 0.5 : 0.2) };

/** Letter by letter where at least half of what is said is in a script without spaces. */
function tokensFor(cues: readonly (readonly string[])[]): Tokens {
  const text = cues.flat().join('');
  return (text.match(UNSPACED_LETTER)?.length ?? 0) * 2 >= text.length && text !== '' ? LETTERS : WORDS;
}

const tokensOf = (text: string, { pattern }: Tokens) =>
  [...text.matchAll(pattern)].map(({ 0: word, index: at }) => ({ word, at }));
const wordsOf = (text: string, { pattern }: Tokens): string[] => text.match(pattern) ?? [];

const weightOf = (words: readonly string[], { weight }: Tokens) => words.reduce((sum, word) => sum + weight(word), 0);

/**
 * How many words at the start of `next` are the last words of `before`. By the prefix function of Knuth, Morris and
 * Pratt, in linear time.
 */
function overlapOf(before: readonly string[], next: readonly string[]): number {
  const pattern = next.slice(0, LONGEST_OVERLAP);
  const borders: number[] = [];
  const extend = (length: number, word: string | undefined) => {
    let border = length;
    while (border > 0 && pattern[border] !== word) border = borders[border - 1] ?? 0;
    return pattern[border] === word ? border + 1 : 0;
  };
  for (const [at, word] of pattern.entries()) borders.push(at === 0 ? 0 : extend(borders[at - 1] ?? 0, word));
  let overlap = 0;
  for (const word of before.slice(-LONGEST_OVERLAP)) {
    overlap = extend(overlap === pattern.length ? (borders[overlap - 1] ?? 0) : overlap, word);
  }
  return overlap;
}
