import type { Seconds } from '../time/seconds.ts';
import type { Cue } from './cue.ts';

/** The position of the cue being spoken: the last that has begun; -1 before the first. Logarithmic. */
export function cueAt(cues: readonly Cue[], time: Seconds): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
