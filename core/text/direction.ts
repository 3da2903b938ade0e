import type { LanguageTag } from '../note/episode.ts';

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** Whether a language's script is written from right to left; `null` for an invalid language tag. */
export function isRightToLeft(language: LanguageTag): boolean | null {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '');
  } catch {
    return null;
  }
}
