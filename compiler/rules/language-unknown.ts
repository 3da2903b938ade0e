import { excerpt, warning } from '../../core/note/problem.ts';

/** `lang` must be BCP 47, else the language is detected. */
export const languageUnknown = (lang: unknown) => warning('language-unknown', { value: excerpt(lang) });
