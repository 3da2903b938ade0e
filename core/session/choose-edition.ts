import type { Edition, Episode, LanguageTag } from '../note/episode.ts';

/** How well an edition's language serves a wanted one: 3 the same tag, 2 the same language and script, 1 the language. */
function closeness(wanted: LanguageTag, offered: LanguageTag): number {
  if (wanted.toLowerCase() === offered.toLowerCase()) return 3;
  const want = new Intl.Locale(wanted).maximize();
  const offer = new Intl.Locale(offered).maximize();
  if (want.language !== offer.language) return 0;
  return want.script === offer.script ? 2 : 1;
}

/**
 * The edition a viewer gets: the one asked for by hand when the episode has it, else the best for the first wanted
 * language that has any, else the first edition. An edition written in its script is preferred to a converted one.
 *
 * @param languages BCP 47 tags, most wanted first; tags that are none are passed over.
 */
export function chooseEdition(
  episode: Episode,
  languages: readonly LanguageTag[],
  byHand: LanguageTag | null = null,
): Edition {
  const asked = byHand === null ? undefined : episode.editions.find(({ language }) => language === byHand);
  if (asked) return asked;
  for (const wanted of languages.filter(isTag)) {
    const [best] = episode.editions
      .filter(({ language }) => isTag(language))
      .map((edition) => ({ edition, score: closeness(wanted, edition.language) - (edition.convertedFrom ? 0.5 : 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    if (best) return best.edition;
  }
  return episode.editions[0];
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
