import type { RootContent } from 'mdast';
import type { Seconds } from '../core/time/seconds.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { decodeTranscript } from '../core/transcript/decode-transcript.ts';
import { leadingClock, namedClock } from './found-time.ts';
import { wordsOf } from './words.ts';

/** A line of a transcript; `start` is `null` where it continues the one before. */
export interface CueLine {
  readonly start: Seconds | null;
  readonly text: string;
  readonly speaker: string | null;
  /** Whether the speaker is certain, not merely words before a colon. */
  readonly sure?: boolean;
}

/** A word of a name: capitalised or an initial, a particle, or a number as in `Speaker 1`. */
const NAME_WORD = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’_-]*|de|van|von|der|da|del|bin|al|\d{1,2})$/u;

/** `Name: words` after a time. */
const NAMED = /^([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’_ -]{0,40}?)\s?[:：]\s*(?=\S)/u;

function readLine(line: string): CueLine | null {
  const text = line.trim();
  if (text === '') return null;
  const clock = leadingClock(text);
  if (clock) return { start: clock.start, ...spoken(clock.rest) };
  const named = namedClock(text);
  return named
    ? { start: named.start, speaker: named.name, sure: true, text: named.rest }
    : { start: null, text, speaker: null };
}

function isName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const numbered = words.some((word) => /^\d/.test(word));
  return (
    name !== '' && words.length <= 4 && words.every((word) => NAME_WORD.test(word)) && (!numbered || words.length === 2)
  );
}

function spoken(text: string): Pick<CueLine, 'text' | 'speaker'> {
  const [whole = '', name = ''] = NAMED.exec(text) ?? [];
  return isName(name) ? { speaker: name.trim(), text: text.slice(whole.length) } : { speaker: null, text };
}

/** Every line of a plain text. */
export const cueLinesIn = (text: string): CueLine[] => text.split('\n').flatMap((line) => readLine(line) ?? []);

/** A block read as lines of a transcript: paragraphs, lists, quotes, tables, captions in a code block. */
export function cueLinesOf(node: RootContent): CueLine[] {
  if (node.type === 'paragraph') return cueLinesIn(wordsOf(node.children));
  if (node.type === 'list') return node.children.flatMap((item) => item.children.flatMap(cueLinesOf));
  if (node.type === 'blockquote') return node.children.flatMap(cueLinesOf);
  if (node.type === 'table') {
    return node.children
      .slice(1)
      .flatMap(({ children }) => cueLinesIn(children.map((cell) => wordsOf(cell.children)).join(' ')));
  }
  if (node.type !== 'code') return [];
  const captions = node.value.includes('-->') ? decodeTranscript(node.value) : null;
  return captions ? captions.cues.map(({ start, text }) => ({ start, text, speaker: null })) : cueLinesIn(node.value);
}

/**
 * Cues made of lines, sorted by start; lines without a time continue the cue before. A single word before a colon that occurs
 * once, and not on every line (`Today: wheels`), is not a speaker.
 */
export function cuesOf(lines: readonly CueLine[]): Cue[] {
  const turns = new Map<string, number>();
  for (const { speaker } of lines) if (speaker !== null) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  const all = lines.every(({ start, speaker }) => start === null || speaker !== null);
  const isTurn = (speaker: string) => all || speaker.includes(' ') || (turns.get(speaker) ?? 0) > 1;
  const cues: { start: Seconds; texts: string[]; speaker: string | null }[] = [];
  for (const { start, text, speaker, sure } of lines) {
    const named = speaker === null || sure || isTurn(speaker);
    const words = named ? text : `${speaker}: ${text}`;
    if (start !== null) cues.push({ start, texts: [words], speaker: named ? speaker : null });
    else cues.at(-1)?.texts.push(words);
  }
  return cues
    .map(({ start, texts, speaker }): Cue => {
      const text = texts.join(' ').replaceAll(/\s+/g, ' ').trim();
      return speaker === null ? { start, text } : { start, text, speaker };
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.start - b.start);
}
