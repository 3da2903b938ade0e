import type { LanguageTag } from '../../core/note/episode.ts';

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** Whether a language's script is written from right to left. */
export const isRightToLeft = (language: LanguageTag): boolean =>
  RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '');
