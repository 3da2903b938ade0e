import { shown, warning } from './rule.ts';

/** `lang` must be BCP 47, else the language is detected. */
export const languageUnknown = (lang: unknown) => {
  const value = shown(lang);
  return warning('language-unknown', [value], `"${value}" is no language tag: write for example zh-Hans or en`);
};
