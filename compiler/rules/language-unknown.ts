import { shown, warning } from './rule.ts';

/** `lang` must be BCP 47, else the language is detected. */
export const languageUnknown = warning(
  'language-unknown',
  (lang: unknown) => `"${shown(lang)}" is no language tag: write for example zh-Hans or en`,
);
