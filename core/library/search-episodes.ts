import { foldWords } from '../glossary/fold.ts';
import type { EpisodeSummary } from '../note/episode.ts';

export interface FoundEpisodes {
  /** Best first, no more than were asked for. */
  readonly episodes: readonly EpisodeSummary[];
  /** How many there are in all. */
  readonly total: number;
}

/** Searches what it was made for. Some milliseconds for 10,000 episodes. */
export type EpisodeSearch = (query: string, limit: number) => FoundEpisodes;

/** Where the query stands in a title, best first. */
const START = 0;
const WORD = 1;
const WITHIN = 2;
const PLACES = [START, WORD, WITHIN] as const;

/**
 * Prepares episodes to be searched by their titles in any language, or by video id: every word of the query must be
 * there, in any order; case, accents and punctuation do not matter. Titles that begin with the query come first, then
 * those with a word that does; otherwise the given order stays. Nothing asked finds all.
 */
export function episodeSearch(episodes: readonly EpisodeSummary[]): EpisodeSearch {
  // A space before every word tells where one begins.
  const texts = episodes.map(({ videoId, editions }) =>
    [...editions.map(({ title }) => title), videoId].map((text) => ` ${foldWords(text)}`).join('\n'),
  );
  return (query, limit) => {
    const asked = foldWords(query);
    const words = asked.split(' ').filter(Boolean);
    const found: Record<(typeof PLACES)[number], EpisodeSummary[]> = { [START]: [], [WORD]: [], [WITHIN]: [] };
    for (const [at, text] of texts.entries()) {
      const episode = episodes[at];
      if (episode && words.every((word) => text.includes(word))) found[placeOf(text, asked)].push(episode);
    }
    const all = PLACES.flatMap((place) => found[place]);
    return { episodes: all.slice(0, limit), total: all.length };
  };
}

function placeOf(text: string, asked: string): (typeof PLACES)[number] {
  if (text.startsWith(` ${asked}`) || text.includes(`\n ${asked}`)) return START;
  return text.includes(` ${asked}`) ? WORD : WITHIN;
}
