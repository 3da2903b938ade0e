/** How a reading was typed, best first. */
export const READING_FITS = ['whole', 'start', 'initials', 'short', 'inside'] as const;
export type ReadingFit = (typeof READING_FITS)[number];

/** Fewer letters say too little to be looked for behind the first syllable. */
const LEAST_INSIDE = 4;

/**
 * Brings typed pinyin to the form of readings: tone digits go, `lv` and `nv` become `lu` and `nu` (as folded `lü`,
 * `nü`). `null` when the text cannot be pinyin.
 *
 * @param query Folded by `foldName`, so tone marks and apostrophes are gone.
 */
export function typedReading(query: string): string | null {
  const letters = /^(?:[a-z]+[0-5])+[a-z]*$/.test(query) ? query.replaceAll(/[0-5]/g, '') : query;
  return /^[a-z]{2,}$/.test(letters) ? letters.replaceAll(/([ln])v/g, '$1u') : null;
}

/**
 * How typed pinyin fits a reading: the whole or its start, run together and cut off anywhere; the initials of the first
 * syllables; syllables cut short in any mixture (`fxchuanb`); or from a later syllable on. `null` when it does not.
 */
export function fitReading(syllables: readonly string[], typed: string): ReadingFit | null {
  if (syllables[0]?.charCodeAt(0) === typed.charCodeAt(0)) {
    const rest = consume(syllables, 0, typed);
    if (rest !== null) return rest === 0 ? 'whole' : 'start';
    if (
      typed.length <= syllables.length &&
      syllables.every((syllable, at) => at >= typed.length || syllable[0] === typed[at])
    )
      return 'initials';
    if (typed.length > 2 && cutShort(syllables, 0, typed, 0)) return 'short';
  }
  if (typed.length < LEAST_INSIDE) return null;
  for (let from = 1; from < syllables.length; from += 1) if (consume(syllables, from, typed) !== null) return 'inside';
  return null;
}

/** Reads the typed letters along the syllables; letters of the reading left over, or `null` when they part ways. */
function consume(syllables: readonly string[], from: number, typed: string): number | null {
  let at = 0;
  let left = 0;
  for (let index = from; index < syllables.length; index += 1) {
    const syllable = syllables[index] ?? '';
    const wanted = typed.length - at;
    if (wanted <= 0) left += syllable.length;
    else if (wanted >= syllable.length) {
      if (!typed.startsWith(syllable, at)) return null;
      at += syllable.length;
    } else {
      if (!syllable.startsWith(typed.slice(at))) return null;
      left += syllable.length - wanted;
      at = typed.length;
    }
  }
  return at >= typed.length ? left : null;
}

function cutShort(syllables: readonly string[], index: number, typed: string, at: number): boolean {
  if (at === typed.length) return true;
  const syllable = syllables[index];
  if (syllable === undefined) return false;
  let common = 0;
  while (common < syllable.length && syllable[common] === typed[at + common]) common += 1;
  for (let take = common; take > 0; take -= 1) if (cutShort(syllables, index + 1, typed, at + take)) return true;
  return false;
}
