import type { EpisodeSummary } from '../note/episode.ts';
import { foldSpellings } from '../text/fold.ts';
import { holdsAll, queryWords } from '../text/query-words.ts';

export interface FoundEpisodes {
  /** Best first, at most the requested number. */
  readonly episodes: readonly EpisodeSummary[];
  /** How many there are in all. */
  readonly total: number;
}

/** Searches what it was made for; `others` are how else the query may be written (core/note/chinese.ts). Some milliseconds for 10,000 episodes. */
export type EpisodeSearch = (query: string, limit: number, others?: readonly string[]) => FoundEpisodes;

/** Where the query occurs in a title, best first. */
const START = 0;
const WORD = 1;
const WITHIN = 2;
const PLACES = [START, WORD, WITHIN] as const;

/**
 * Prepares episodes to be searched by their titles in any language, tags, or video id: every word of the query must be
 * there, in any order; how it is written does not matter (core/text/fold.ts). Titles that begin with the query come first, then
 * those with a word that does; otherwise the given order stays. An empty query finds all.
 */
export function episodeSearch(episodes: readonly EpisodeSummary[]): EpisodeSearch {
  // A space before every word tells where one begins.
  const texts = episodes.map(({ videoId, editions }) =>
    [...editions.map(({ title }) => title), ...tagsOf(editions), videoId]
      .flatMap(foldSpellings)
      .map((text) => ` ${text}`)
      .join('\n'),
  );
  return (query, limit, others = []) => {
    const words = queryWords(query, others);
    const spellings = [query, ...others].flatMap(foldSpellings);
    const found: Record<(typeof PLACES)[number], EpisodeSummary[]> = { [START]: [], [WORD]: [], [WITHIN]: [] };
    for (const [at, text] of texts.entries()) {
      const episode = episodes[at];
      if (episode && holdsAll(text, words)) found[placeOf(text, spellings)].push(episode);
    }
    const all = PLACES.flatMap((place) => found[place]);
    return { episodes: all.slice(0, limit), total: all.length };
  };
}

/** Tags are typed with their mark and without it. */
const tagsOf = (editions: EpisodeSummary['editions']) =>
  editions.flatMap(({ tags = [] }) => tags.flatMap((tag) => [tag, `#${tag}`]));

function placeOf(text: string, spellings: readonly string[]): (typeof PLACES)[number] {
  if (spellings.some((query) => text.startsWith(` ${query}`) || text.includes(`\n ${query}`))) return START;
  return spellings.some((query) => text.includes(` ${query}`)) ? WORD : WITHIN;
}
