import type { Cue } from './cue.ts';

/** As many lines as rolling captions show at once, and one more for the overlap of two files. */
const ROLLING_LINES = 3;
/** A genuine repetition is short ("yes, yes"); a repeated line of captions has at least this many words. */
const FEWEST_WORDS = 3;

/**
 * Puts cues in order, makes each a single line, and takes out what rolling captions say twice: words at the start of a
 * cue that have just been shown. Empty cues are left out.
 */
export function tidyCues(cues: readonly Cue[]): readonly Cue[] {
  const tidy: Cue[] = [];
  const sorted = cues
    .filter((cue) => Number.isFinite(cue.start) && cue.start >= 0)
    .toSorted((a, b) => a.start - b.start);
  let shown: readonly string[] = [];
  let lines: readonly string[] = [];
  for (const cue of sorted) {
    const all = cue.text
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== '');
    let known = 0;
    // Whole lines first: a rolling caption repeats the line above, however short it is.
    for (let n = Math.min(all.length, lines.length); n > 0 && known === 0; n--) {
      if (
        all.slice(0, n).every((line, i) => line === lines[lines.length - n + i]) &&
        (all.length > n || n > 1 || wordsOf(all[0] ?? '').length >= FEWEST_WORDS)
      )
        known = n;
    }
    const fresh = all.slice(known);
    const words = wordsOf(fresh.join(' '));
    const overlap = known > 0 ? 0 : overlapOf(shown, words);
    if (all.length > 0) lines = known === all.length ? lines : [...lines, ...fresh].slice(-ROLLING_LINES);
    const rest = words.slice(overlap);
    if (rest.length === 0) continue;
    shown = [...shown, ...rest].slice(-40);
    tidy.push({ start: cue.start, text: rest.join(' ') });
  }
  return tidy;
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** How many words at the start of `next` are the last words of `before`. */
function overlapOf(before: readonly string[], next: readonly string[]): number {
  for (let n = Math.min(before.length, next.length); n >= FEWEST_WORDS; n--) {
    if (next.slice(0, n).every((word, i) => word === before[before.length - n + i])) return n;
  }
  return 0;
}
