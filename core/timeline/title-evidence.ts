import { type EmissionSettings, emissionsOf } from './emissions.ts';
import { tokenize } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Chapter } from './timeline.ts';
import type { Unit } from './units.ts';

/** Titles are few and worded freely: less is trusted than of a transcript, and a word heard once is not yet rare. */
const TITLE_EMISSIONS: EmissionSettings = {
  direct: 0.6,
  translated: 0.45,
  spill: 0.12,
  trust: 1,
  background: 0.0015,
};

/** Share of the titles that name what the chapter tells; the others are catchwords and say nothing. */
const TELLING = 0.55;
/** Share of the telling titles that name something anywhere in the chapter rather than at its beginning. */
const LATER = 0.5;
/** Part of a chapter in which what its title names is told. */
const REACH = 0.8;
/** How fast the words after a position lose their say, per unit; and how far before it they still have one. */
const AHEAD = 0.75;
const BEHIND = 0.7;
const BEHIND_SHARE = 0.4;
/** No title says more than this many nats: chance words are as telling as right ones. */
const MOST = 3.5;

/**
 * How much likelier each chapter's title makes it that the chapter starts at each position of the note, against anywhere
 * else: `ratio[k][u]` for chapter `k` before unit `u`; the last position is the end of the note, of which a title says
 * nothing.
 *
 * @param at Speech told before each unit, and in total as the last element; rising.
 */
export function titleEvidence(
  chapters: readonly Chapter[],
  duration: number,
  units: readonly Unit[],
  at: Float64Array,
  lexicon: Lexicon | null,
  glossary: ReadonlyMap<string, readonly string[]>,
): readonly Float64Array[] {
  const titles = emissionsOf(
    chapters.map(({ title }) => ({ tokens: tokenize(title) })),
    units,
    lexicon,
    glossary,
    TITLE_EMISSIONS,
  );
  const total = at[units.length] as number;
  const row = new Float64Array(units.length);
  return chapters.map(({ start }, k) => {
    titles.emit(k, row, 0, units.length);
    const length = ((chapters[k + 1]?.start ?? duration) - start) * (total / duration);
    return ratios(row, at, Math.max(LEAST_REACH, length * REACH));
  });
}

/** Least text a title can speak for, in Han characters. */
const LEAST_REACH = 60;

function ratios(row: Float64Array, at: Float64Array, reach: number): Float64Array {
  const units = row.length;
  const total = at[units] as number;
  const near = new Float64Array(units);
  for (let u = units - 1, ahead = 0; u >= 0; u--) {
    ahead = Math.log(row[u] as number) + AHEAD * ahead;
    near[u] = Math.exp(Math.min(MOST, (1 - AHEAD) * ahead));
  }
  // told[u]: sum of it before unit u, so that any stretch has its mean at once.
  const told = new Float64Array(units + 1);
  for (let u = 0; u < units; u++) {
    told[u + 1] = (told[u] as number) + (near[u] as number) * ((at[u + 1] as number) - (at[u] as number));
  }
  const mean = (told[units] as number) / total;
  const result = new Float64Array(units + 1);
  for (let u = 0, behind = mean, end = 0; u < units; u++) {
    behind = BEHIND * behind + (1 - BEHIND) * (near[u] as number);
    while (end < units && (at[end] as number) < (at[u] as number) + reach) end++;
    const stretch = Math.max(1, (at[end] as number) - (at[u] as number));
    const later = ((told[end] as number) - (told[u] as number)) / stretch;
    const first = (1 - BEHIND_SHARE) * (near[u] as number) + BEHIND_SHARE * behind;
    result[u] = 1 - TELLING + (TELLING * ((1 - LATER) * first + LATER * later)) / mean;
  }
  result[units] = 1;
  return result;
}
