import { type EmissionSettings, emissionsOf } from './emissions.ts';
import { tokenize } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Chapter } from './timeline.ts';
import type { Unit } from './units.ts';

/** Titles are few and worded freely: they are trusted less than a transcript, and a word that occurs once is not rare. */
const TITLE_EMISSIONS: EmissionSettings = {
  direct: 0.6,
  translated: 0.45,
  spill: 0.12,
  trust: 1,
  background: 0.0015,
};

/** Share of the titles that name the chapter's subject; the others are catchwords without evidence. */
const TELLING = 0.55;
/** Share of those titles whose subject may come anywhere in the chapter rather than at its beginning. */
const LATER = 0.5;
/** Part of a chapter in which the title's subject is told. */
const REACH = 0.8;
/** How fast the weight of words decays after a position, per unit; and how far before it words still count. */
const AHEAD = 0.75;
const BEHIND = 0.7;
const BEHIND_SHARE = 0.4;
/** Most evidence of one title, in nats: words that match by chance look as strong as right ones. */
const MOST = 3.5;

/**
 * Likelihood ratio, by its title, of each chapter starting at each position of the note rather than anywhere else:
 * `ratio[k][u]` for chapter `k` before unit `u`. The last position is the end of the note, for which titles are no evidence.
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

/** Least text that a title can stand for, in Han characters. */
const LEAST_REACH = 60;

function ratios(row: Float64Array, at: Float64Array, reach: number): Float64Array {
  const units = row.length;
  const total = at[units] as number;
  const near = new Float64Array(units);
  for (let u = units - 1, ahead = 0; u >= 0; u--) {
    ahead = Math.log(row[u] as number) + AHEAD * ahead;
    near[u] = Math.exp(Math.min(MOST, (1 - AHEAD) * ahead));
  }
  // told[u]: prefix sum before unit u, so that the mean of any stretch takes constant time.
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
