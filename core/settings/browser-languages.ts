import type { LanguageTag } from '../note/episode.ts';

/** Spoken Chinese; written Chinese has one of two scripts. */
const CHINESE = new Set(['zh', 'cmn', 'yue', 'wuu', 'nan', 'hak']);
/** What most notes are in; read by many whose own language has no note. */
const LAST: readonly LanguageTag[] = ['en', 'zh-Hans'];

/**
 * Note languages, most wanted first, for a viewer who has not put them in order: those the browser asks websites for.
 * @param browser `navigator.languages`: BCP 47 tags; others are skipped.
 */
export function languagesFromBrowser(browser: readonly string[]): readonly LanguageTag[] {
  const wanted = new Set(browser.flatMap((tag) => noteLanguage(tag) ?? []));
  const chinese = [...wanted].some((tag) => tag.startsWith('zh-'));
  for (const tag of LAST) if (!tag.startsWith('zh-') || !chinese) wanted.add(tag);
  return [...wanted];
}

/** The tag notes in this language have: no country, and of Chinese the script (`zh-Hant` for `zh-TW` and `zh-HK`). */
function noteLanguage(tag: string): LanguageTag | null {
  try {
    const { language, script } = new Intl.Locale(tag);
    if (!CHINESE.has(language)) return script ? `${language}-${script}` : language;
    return new Intl.Locale(tag).maximize().script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  } catch {
    return null;
  }
}

/** The order after a language was chosen by hand: it is wanted first from now on. */
export function withHabit(languages: readonly LanguageTag[], chosen: LanguageTag): readonly LanguageTag[] {
  return languages[0] === chosen ? languages : [chosen, ...languages.filter((tag) => tag !== chosen)];
}
