import type { Transcript } from '../transcript/cue.ts';
import type { Edition } from './episode.ts';
import { type Range, textFinder } from './search-note.ts';

/** The ranges of matches in cues, by the position of the cue. */
export interface TranscriptMatches {
  readonly count: number;
  readonly cues: ReadonlyMap<number, readonly Range[]>;
}

/**
 * Prepares a transcript to be searched as the note is. Cues are cut anywhere, so what is sought may begin in one and end in
 * the next: then it is marked in both.
 */
export function transcriptSearch(
  edition: Edition,
  { cues }: Transcript,
): (query: string, others?: readonly string[]) => TranscriptMatches {
  const starts: number[] = [];
  let text = '';
  for (const cue of cues) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += cue.text;
  }
  const find = textFinder(edition, text);
  return (query, others = []) => {
    const found = find(query, others);
    const ranges = new Map<number, Range[]>();
    let at = 0;
    for (const [from, to] of found) {
      while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= from) at += 1;
      for (let cue = at; cue < starts.length && (starts[cue] ?? 0) < to; cue += 1) {
        const start = starts[cue] ?? 0;
        const part: Range = [Math.max(0, from - start), Math.min(to - start, cues[cue]?.text.length ?? 0)];
        if (part[0] < part[1]) ranges.set(cue, [...(ranges.get(cue) ?? []), part]);
      }
    }
    return { count: found.length, cues: ranges };
  };
}
