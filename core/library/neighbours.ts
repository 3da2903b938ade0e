import type { EpisodeSummary, LanguageTag } from '../note/episode.ts';
import { otherScript } from '../note/other-script.ts';
import type { VideoId } from '../video/video-id.ts';

/** The orders in which one reads from note to note. */
export const READING_ORDERS = ['date', 'title'] as const;
export type ReadingOrder = (typeof READING_ORDERS)[number];

/** The episode before and the one after another, with the title each is shown with. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

export interface Neighbour {
  readonly videoId: VideoId;
  readonly title: string;
  readonly language: LanguageTag | undefined;
}

/**
 * The edition by which an episode is listed.
 * @param languages Note languages, most wanted first. An episode in one script of Chinese can be read in either.
 */
export function listedEdition(
  { editions }: Pick<EpisodeSummary, 'editions'>,
  languages: readonly LanguageTag[],
): EpisodeSummary['editions'][number] | undefined {
  const rank = (language: LanguageTag) => {
    const place = languages.findIndex((wanted) => wanted === language || wanted === otherScript(language));
    if (place === -1) return languages.length;
    // Written in its script before what would be converted.
    return languages[place] === language ? place : place + 0.5;
  };
  return editions.toSorted((a, b) => rank(a.language) - rank(b.language))[0];
}

/**
 * What stands before and after an episode: by date, the earliest first and those without one last; or by title, as the
 * first wanted language sorts. Equal ones stand in the order of their titles, then of their video ids. Linear.
 *
 * @returns `null` for both when the episode is not among them.
 */
export function neighboursOf(
  episodes: readonly EpisodeSummary[],
  videoId: VideoId,
  order: ReadingOrder,
  languages: readonly LanguageTag[],
): Neighbours {
  const rows = episodes.map((episode) => rowOf(episode, languages));
  const here = rows.find((row) => row.videoId === videoId);
  const compare = comparing(order, languages);
  let previous: Row | null = null;
  let next: Row | null = null;
  for (const row of here ? rows : []) {
    const side = here ? compare(row, here) : 0;
    if (side < 0 && (previous === null || compare(row, previous) > 0)) previous = row;
    if (side > 0 && (next === null || compare(row, next) < 0)) next = row;
  }
  return { previous, next };
}

interface Row extends Neighbour {
  /** `YYYY-MM-DD`; empty where no edition says it. */
  readonly date: string;
}

function rowOf(episode: EpisodeSummary, languages: readonly LanguageTag[]): Row {
  const { videoId, editions } = episode;
  const listed = listedEdition(episode, languages);
  const date = listed?.date ?? editions.find((edition) => edition.date)?.date ?? '';
  return { videoId, title: listed?.title || videoId, language: listed?.language, date };
}

type Compare = (a: Row, b: Row) => number;

function comparing(order: ReadingOrder, [first = 'en']: readonly LanguageTag[]): Compare {
  const collator = new Intl.Collator(first.startsWith('zh') ? 'zh-u-co-pinyin' : [first, 'en'], { numeric: true });
  const byTitle: Compare = (a, b) => collator.compare(a.title, b.title) || compareText(a.videoId, b.videoId);
  if (order === 'title') return byTitle;
  return (a, b) => Number(a.date === '') - Number(b.date === '') || compareText(a.date, b.date) || byTitle(a, b);
}

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
