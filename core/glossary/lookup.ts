import type { LanguageTag } from '../note/episode.ts';
import type { VideoId } from '../video/video-id.ts';
import type { LookupIndex } from './build-index.ts';
import type { LookupEntry, LookupSource } from './lookup-source.ts';
import type { OpenIndex } from './name-index.ts';
import { compareAcross, type RankingContext, type Standing } from './ranking.ts';
import { REASONS, type Reason } from './reason.ts';

import { type Found, type Searched, search } from './search-index.ts';

export interface LookupContext {
  /** The episode being watched; its results come before all others. */
  readonly current: VideoId | null;
  /** By preference: of the same thing in several languages, that in the first one is shown. */
  readonly languages: readonly LanguageTag[];
  /** How else the query may be written; see core/note/chinese.ts. */
  readonly others?: readonly string[] | undefined;
  /** At most this many results; 50 when not given. */
  readonly limit?: number;
}

export interface LookupResult {
  readonly source: LookupSource;
  readonly entry: LookupEntry;
  readonly reason: Reason;
  /** The name (of this entry or of its like in another language) or reading that matched; empty for a definition. */
  readonly matched: string;
  /** Whether it belongs to the episode being watched. */
  readonly current: boolean;
  /** Its rank among results of other lookups. */
  readonly standing: Standing;
}

const DEFAULT_LIMIT = 50;

/**
 * Finds entries by any of their names, their pinyin or their definition's words, best first; see ranking.ts. The same
 * thing in several editions of an episode is one result. Any text is a valid query; one without letters, digits or
 * symbols finds nothing.
 */
export const lookup = (index: LookupIndex, query: string, context: LookupContext): readonly LookupResult[] =>
  lookupIn([index], query, context);

/** The same in several indexes, as if they were one. */
export function lookupIn(
  indexes: readonly (LookupIndex & Pick<Searched, 'without'>)[],
  query: string,
  context: LookupContext,
): readonly LookupResult[] {
  const answers = [...search(indexes, query, rankingContext(context), context.others)];
  return (answers.at(-1) ?? []).flatMap((found) => resultOf(found, (source) => found.index.sources[source]) ?? []);
}

export const rankingContext = ({ current, languages, limit = DEFAULT_LIMIT }: LookupContext): RankingContext => ({
  current,
  languages,
  limit,
});

/** The sources a result is made of, by their numbers in the index: the one shown, and the one that was found. */
export function sourcesOf({ index, standing, shown }: Found<{ readonly names: OpenIndex }>): readonly number[] {
  const { owners } = index.names;
  return [...new Set([owners[shown] ?? 0, owners[standing.entry] ?? 0])];
}

/**
 * Adds to the found entries the words they are shown with.
 *
 * @param sourceAt The sources of {@link sourcesOf}, with all their entries in the order they were indexed in.
 * @returns `null` when a source is not what was indexed.
 */
export function resultOf(
  found: Found<{ readonly names: OpenIndex }>,
  sourceAt: (source: number) => LookupSource | undefined,
): LookupResult | null {
  const { standing, shown, place, index } = found;
  const at = (entry: number) => {
    const number = index.names.owners[entry] ?? 0;
    const source = sourceAt(number);
    return { source, entry: source?.entries[entry - (index.names.entries.starts[number] ?? 0)] };
  };
  const { source, entry } = at(shown);
  const hit = at(standing.entry).entry;
  const reason = REASONS[standing.reason];
  if (!source || !entry || !hit || !reason) return null;
  return {
    source,
    entry,
    reason,
    matched: matchedName(hit, reason, place),
    current: standing.elsewhere === 0,
    standing,
  };
}

function matchedName({ term, aliases, reading = '' }: LookupEntry, reason: Reason, place: number): string {
  if (reason === 'definition') return '';
  if (reason === 'reading') return reading.split(',')[place]?.trim() ?? '';
  return (place === 0 ? term : aliases[place - 1]) ?? '';
}

/** Joins the results of several lookups, each best first, as one list; equal ones in the order of the lookups. */
export function mergeResults(lists: readonly (readonly LookupResult[])[], limit: number): readonly LookupResult[] {
  return lists
    .flat()
    .sort((a, b) => compareAcross(a.standing, b.standing))
    .slice(0, limit);
}
