import type { Seconds } from '../time/seconds.ts';
import type { Cue } from '../transcript/cue.ts';
import { type Token, tokenize } from './features.ts';

/** A few words of speech: the smallest piece of the transcript that is given to a unit of the note. */
export interface Chunk {
  readonly start: Seconds;
  /** How likely a section starts here: at a change of speaker, a new sentence, or neither. */
  readonly opening: 'turn' | 'sentence' | 'none';
  readonly tokens: readonly Token[];
  /** Whether it fills a hole of the transcript. */
  readonly silent?: true;
}

/** Letters of one chunk: short enough to start at the right clause, long enough to hold a distinctive word. */
const CHUNK_LENGTH = 24;
/** Slowest sustained speech: the rest of a cue's time is taken as silence. */
const SLOWEST: Seconds = 0.16;

/** A pause longer than this is a hole: captions that were not read, or not made, in which sections may lie. */
const HOLE: Seconds = 90;
/** Length of the chunks without words that fill a hole; about that of the others. */
const SILENT: Seconds = 2;

/** Weight of a character in speaking time: a Han character takes as long as about three letters. */
function letters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += text.charCodeAt(i) >= 0x2e80 ? 3 : 1;
  return count;
}

/**
 * Cuts a transcript into chunks of like length at the ends of sentences where there are any, so that the result
 * hardly depends on how the words were divided into cues. Times inside a cue are interpolated by letters. Holes are filled
 * with chunks without words, which say nothing for or against any part of the note.
 */
export function chunksOf(cues: readonly Cue[], end: Seconds): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let text = '';
  let length = 0;
  let start = 0;
  let opening: Chunk['opening'] = 'sentence';
  let next: Chunk['opening'] = 'sentence';
  let spokenUntil = 0;
  const flush = () => {
    if (length > 0) chunks.push({ start, opening, tokens: tokenize(text) });
    text = '';
    length = 0;
  };
  for (const [index, cue] of cues.entries()) {
    const total = letters(cue.text);
    if (total === 0) continue;
    if (cue.start - spokenUntil > HOLE) {
      flush();
      for (let time = spokenUntil; time < cue.start; time += SILENT) {
        chunks.push({ start: time, opening: 'sentence', tokens: [], silent: true });
      }
    }
    const until = Math.max(cue.start, cues[index + 1]?.start ?? end);
    const rate = Math.min((until - cue.start) / total, SLOWEST);
    let passed = 0;
    for (const word of cue.text.match(WORD) ?? []) {
      const mark = TURN.test(word);
      if (mark) next = 'turn';
      if (length > 0 && (next !== 'none' || length >= CHUNK_LENGTH)) flush();
      if (length === 0) {
        start = cue.start + passed * rate;
        opening = next;
      }
      const size = letters(word);
      text += mark ? ' ' : word;
      if (!mark) {
        length += size;
        next = SENTENCE_END.test(word) ? 'sentence' : 'none';
      }
      passed += size;
    }
    text += ' ';
    spokenUntil = cue.start + passed * rate;
  }
  flush();
  return chunks;
}

const WORD =
  />>+\s*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][。！？，、；：”』」）]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu;
const TURN = /^>>/u;
const SENTENCE_END = /[.?!。？！]["”’』」)]*\s*$/u;
