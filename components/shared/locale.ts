import type { LanguageTag } from '../../core/note/episode.ts';

/** The language of our words, which the entry point puts on the document, as it is written where the viewer lives. */
function uiLanguage(): LanguageTag {
  const words = document.documentElement.lang || 'en';
  const [language] = words.split('-');
  return navigator.language.split('-')[0] === language ? navigator.language : words;
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A text within a line of ours: from right to left, it is isolated, so that what stands beside it keeps its place. */
export const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

/** A language's name in itself, such as `简体中文`. */
export function languageName(tag: LanguageTag): string {
  try {
    return isolated(new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'dialect' }).of(tag) ?? tag);
  } catch {
    return tag;
  }
}

/** A day such as `2025-02-12` in the viewer's format; any other text unchanged. */
export function dayText(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium' }).format(date);
}

/** A moment, in milliseconds since 1970, as day and time in the viewer's format. */
export function momentText(moment: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}

/** Names as the viewer lists them: `A, B and C`, `A、B和C`. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(uiLanguage()).format(names.map(isolated));
}

let numbers: { readonly language: LanguageTag; readonly format: Intl.NumberFormat } | null = null;

export function numberText(number: number): string {
  const language = uiLanguage();
  if (numbers?.language !== language) numbers = { language, format: new Intl.NumberFormat(language) };
  return numbers.format.format(number);
}
