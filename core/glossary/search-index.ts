import { foldSpellings, foldWords } from '../text/fold.ts';
import type { VideoId } from '../video/video-id.ts';
import { type Definitions, findDefinitions } from './find-definitions.ts';
import { findHeld, findNames, findSlips } from './find-names.ts';
import { findReadings } from './find-readings.ts';
import { Hits } from './hits.ts';
import { LONGEST_NAME, type OpenIndex, sourcesOfVideo } from './name-index.ts';
import { compareAcross, type Ranked, type RankingContext, rank } from './ranking.ts';
import { reasonNumber } from './reason.ts';

/** With this many names found, do not search for misspelt ones. */
const ENOUGH_NAMES = 5;
const ALIAS = reasonNumber('alias');

/** An index to be searched, with its definitions if loaded. */
export interface Searched {
  readonly names: OpenIndex;
  readonly definitions: Definitions | null;
  /** Videos whose entries are left out: another index has them. */
  readonly without?: ReadonlySet<VideoId>;
}

export interface Found<Index> extends Ranked {
  /** The index it was found in. */
  readonly index: Index;
  /** Which of the entry's names, or readings, it was found by. */
  readonly place: number;
}

/**
 * Searches several indexes as if they were one: results in one decide whether the others are searched for slips. Answers at
 * most twice, the second time with slips, contained names and definitions; each answer replaces the one before. Any text is
 * a valid query; one without letters, digits or symbols finds nothing.
 *
 * @param others How else the query may be written: names and explanations are found by these, too; see core/note/chinese.ts.
 */
export function* search<Index extends Searched>(
  indexes: readonly Index[],
  query: string,
  context: RankingContext,
  others: readonly string[] = [],
): Generator<readonly Found<Index>[]> {
  // Cut to the longest name's length before folding, so that no input can stall a keystroke.
  const asked = [query, ...others].map((each) => each.slice(0, LONGEST_NAME));
  const spellings = asked.flatMap(foldSpellings).map((words) => words.replaceAll(' ', ''));
  const [bare = ''] = spellings;
  if (bare === '') return;
  const texts = asked.map(foldWords);
  const searched = indexes.map((index) => ({ index, hits: new Hits(index.names.entries.flags.length) }));
  const best = () =>
    searched
      .flatMap(({ index, hits }) =>
        rank(index, hits, context).map((ranked): Found<Index> => {
          return { ...ranked, index, place: hits.places[ranked.standing.entry] ?? 0 };
        }),
      )
      .sort((a, b) => compareAcross(a.standing, b.standing))
      .slice(0, context.limit);

  for (const { index, hits } of searched) {
    for (const spelling of inScript(index, spellings)) findNames(index.names, spelling, hits);
    findReadings(index.names, index.names.script(bare), hits);
  }
  const found = searched.map(({ index, hits }) => countedHits(index, hits));
  const named = searched.some(({ hits }, at) => found[at]?.some((entry) => (hits.reasons[entry] ?? 255) <= ALIAS));
  const slips = found.flat().length < ENOUGH_NAMES && !named;
  yield best();
  if (!slips && indexes.every(({ definitions }) => !definitions)) return;

  for (const { index, hits } of searched) {
    if (slips) findSlips(index.names, index.names.script(bare), hits);
    const { definitions } = index;
    if (definitions) for (const text of inScript(index, texts)) findDefinitions(definitions, text, hits);
  }
  if (searched.every(({ index, hits }) => countedHits(index, hits).length === 0)) {
    for (const { index, hits } of searched)
      for (const text of inScript(index, texts)) findHeld(index.names, text, hits);
  }
  yield best();
}

/** Texts in the script an index is searched in, each once: the scripts of Chinese are one there. */
const inScript = ({ names }: Searched, texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.map(names.script));

/** The entries found, without those of videos that another index has. */
function countedHits({ names, without }: Searched, { found }: Hits): readonly number[] {
  if (!without?.size) return found;
  const leftOut = new Set([...without].flatMap((video) => [...sourcesOfVideo(names, video)]));
  return found.filter((entry) => !leftOut.has(names.owners[entry] ?? -1));
}
