/** How a reading was typed, best first. */
export const READING_FITS = ['whole', 'start', 'initials', 'short', 'inside'] as const;
export type ReadingFit = (typeof READING_FITS)[number];

/** Least letters to be searched for after the first syllable. */
export const LEAST_INSIDE = 4;
/** Longer than any name's reading. */
const LONGEST_TYPED = 100;

/**
 * Normalises typed pinyin to the form of readings: tone digits are removed, `lv` and `nv` become `lu` and `nu` (as folded `lü`,
 * `nü`). `null` when the text cannot be pinyin.
 *
 * @param query Folded by `foldName`, so tone marks and apostrophes are gone.
 */
export function typedReading(query: string): string | null {
  if (query.length > LONGEST_TYPED) return null;
  const letters = /^(?:[a-z]+[0-5])+[a-z]*$/.test(query) ? query.replaceAll(/[0-5]/g, '') : query;
  return /^[a-z]{2,}$/.test(letters) ? letters.replaceAll(/([ln])v/g, '$1u') : null;
}

/**
 * How typed pinyin fits a reading: the whole or its start, run together and cut off anywhere; the initials of the first
 * syllables; syllables cut short in any mixture (`fxchuanb`); or from a later syllable on. `null` when it does not.
 *
 * @param text The syllables without spaces.
 * @param starts Where each of them begins, ascending from 0.
 */
export function fitReading(text: string, starts: readonly number[], typed: string): ReadingFit | null {
  if (text.charCodeAt(0) === typed.charCodeAt(0)) {
    if (text.startsWith(typed)) return text.length === typed.length ? 'whole' : 'start';
    if (areInitials(text, starts, typed)) return 'initials';
    if (typed.length > 2 && cutShort(text, starts, typed)) return 'short';
  }
  if (typed.length < LEAST_INSIDE) return null;
  return starts.some((start) => start > 0 && text.startsWith(typed, start)) ? 'inside' : null;
}

function areInitials(text: string, starts: readonly number[], typed: string): boolean {
  if (typed.length > starts.length) return false;
  for (let at = 0; at < typed.length; at += 1) {
    if (text.charCodeAt(starts[at] ?? 0) !== typed.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether what was typed is made of beginnings of the syllables in a row, each at least one letter long. */
function cutShort(text: string, starts: readonly number[], typed: string): boolean {
  /** The lengths of the query that the syllables so far can account for. */
  let reached = [0];
  for (const [number, start] of starts.entries()) {
    const end = starts[number + 1] ?? text.length;
    const further = new Set<number>();
    for (const from of reached) {
      for (let at = 0; start + at < end && text.charCodeAt(start + at) === typed.charCodeAt(from + at); at += 1) {
        further.add(from + at + 1);
      }
    }
    if (further.has(typed.length)) return true;
    if (further.size === 0) return false;
    reached = [...further];
  }
  return false;
}
