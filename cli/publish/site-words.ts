import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { LanguageTag } from '../../core/note/episode.ts';

/** The messages of a published site: those under `site` in locales/*.yml, which do not ship in the extension, and one it shares. */
export type SiteWords = Readonly<
  Record<
    | 'search'
    | 'summary'
    | 'contents'
    | 'glossary'
    | 'watch'
    | 'allEpisodes'
    | 'explainedIn'
    | 'about'
    | 'newer'
    | 'older'
    | 'noMatch'
    | 'episodes'
    | 'subscribe',
    string
  >
>;

const known = new Map<string, SiteWords>();

/** The messages for a language: Chinese in its script, English for all others. */
export function siteWords(language: LanguageTag): SiteWords {
  const locale = new Intl.Locale(language).maximize();
  const name = locale.language !== 'zh' ? 'en' : locale.script === 'Hant' ? 'zh_TW' : 'zh_CN';
  const words = known.get(name) ?? read(name);
  known.set(name, words);
  return words;
}

function read(name: string): SiteWords {
  const text = readFileSync(new URL(`../../locales/${name}.yml`, import.meta.url), 'utf8');
  const { site, reading } = load(text) as { readonly site: SiteWords; readonly reading: Pick<SiteWords, 'contents'> };
  return { ...site, contents: reading.contents };
}
