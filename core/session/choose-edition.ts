import type { Episode, EpisodeEdition, LanguageTag } from '../note/episode.ts';
import { editionIn, offeredEditions } from '../note/other-script.ts';
import { NO_PREFERENCE, type NotePreference, preferredFirst } from './note-preference.ts';

/** How well an edition's language serves a wanted one: 3 the same tag, 2 the same language and script, 1 the language. */
function closeness(wanted: LanguageTag, offered: LanguageTag): number {
  if (wanted.toLowerCase() === offered.toLowerCase()) return 3;
  const want = new Intl.Locale(wanted).maximize();
  const offer = new Intl.Locale(offered).maximize();
  if (want.language !== offer.language) return 0;
  return want.script === offer.script ? 2 : 1;
}

/**
 * The edition a viewer gets: the one chosen by hand when the episode has it, else the best for the first preferred
 * language that has any, else the first edition. An edition written in its script is preferred to a converted one.
 * Where several notes are in that language, the viewer's preference decides, and otherwise their order.
 *
 * @param languages BCP 47 tags, most wanted first; invalid tags are skipped.
 * @param taiwanWords Whether a conversion to traditional script exchanges what Taiwan calls otherwise.
 */
export function chooseEdition(
  { editions, ...rest }: Episode,
  languages: readonly LanguageTag[],
  byHand: LanguageTag | null = null,
  preference: NotePreference = NO_PREFERENCE,
  taiwanWords = false,
): EpisodeEdition {
  const episode = { ...rest, editions: preferredFirst(editions, preference) };
  const asked = byHand === null ? null : editionIn(episode, byHand, null, taiwanWords);
  if (asked) return asked;
  const offered = offeredEditions(episode).filter(({ language }) => isTag(language));
  for (const wanted of languages.filter(isTag)) {
    const [best] = offered
      .map((each) => ({ each, score: closeness(wanted, each.language) - (each.convertedFrom ? 0.5 : 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const edition = best && editionIn(episode, best.each.language, null, taiwanWords);
    if (edition) return edition;
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
