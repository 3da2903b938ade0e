import type { LanguageTag } from '../note/episode.ts';
import type { VideoId } from '../video/video-id.ts';
import type { Hits } from './hits.ts';
import { BARE, countSources, NOT_TERM, type OpenIndex, sourcesOfVideo } from './name-index.ts';

/** What a result is ranked by; in all of it less is better. */
export interface Standing {
  /** 0 in the episode being watched, 1 elsewhere. */
  readonly elsewhere: number;
  /** The reason's number. */
  readonly reason: number;
  /** Ties within a reason, 0 to 255: mostly how much of the name was not typed. */
  readonly order: number;
  /** 1 for the name of a person, work …, 0 for a term. */
  readonly notTerm: number;
  /** 1 for a name without an explanation. */
  readonly bare: number;
  /** The rank of the language by preference; see {@link languageRanks}. */
  readonly language: number;
  /** Its number in the index. */
  readonly entry: number;
}

/** What decides which of two results comes first: the first of these in which they differ, else the order of the notes. */
export const RANKING: readonly { readonly by: string; readonly of: (standing: Standing) => number }[] = [
  { by: 'the episode being watched before all others', of: ({ elsewhere }) => elsewhere },
  { by: 'the reason', of: ({ reason }) => reason },
  { by: 'how much of the name was typed', of: ({ order }) => order },
  { by: 'terms before names of people and things', of: ({ notTerm }) => notTerm },
  { by: 'what is explained before what is only named', of: ({ bare }) => bare },
  { by: 'the language most wanted', of: ({ language }) => language },
];

/** The order of two results of one index. */
export const compareStandings = (a: Standing, b: Standing): number => compareAcross(a, b) || a.entry - b.entry;

/** The order of two results of different indexes; 0 when the order of the indexes decides. */
export function compareAcross(a: Standing, b: Standing): number {
  for (const { of } of RANKING) {
    const difference = of(a) - of(b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where a source is: in the episode being watched, in another one, or searched with another index. */
const HERE = 0;
const ELSEWHERE = 1;
const LEFT_OUT = 2;

/** For whom results are ranked. */
export interface RankingContext {
  readonly current: VideoId | null;
  readonly languages: readonly LanguageTag[];
  readonly limit: number;
}

/** A hit that is among the best, and the entry to show for it: the same thing in the preferred language. */
export interface Ranked {
  readonly standing: Standing;
  readonly shown: number;
}

/** The best hits in order; the same thing in several editions of an episode is one. */
export function rank(
  { names: index, without }: { readonly names: OpenIndex; readonly without?: ReadonlySet<VideoId> },
  hits: Hits,
  context: RankingContext,
): readonly Ranked[] {
  const { owners } = index;
  const { flags } = index.entries;
  const { current, limit } = context;
  const wanted = languageRanks(context.languages);
  const byLanguage = Uint8Array.from(index.sources.languages, wanted);
  const languageOf = (owner: number) => byLanguage[index.sources.language[owner] ?? 0] ?? 0;
  const here = new Uint8Array(countSources(index)).fill(ELSEWHERE);
  for (const source of current === null ? [] : sourcesOfVideo(index, current)) here[source] = HERE;
  for (const video of without ?? []) for (const source of sourcesOfVideo(index, video)) here[source] = LEFT_OUT;
  const shownFor = (members: readonly number[]) => {
    const language = (entry: number) => languageOf(owners[entry] ?? 0);
    const [shown = 0] = members.toSorted((a, b) => language(a) - language(b) || a - b);
    return shown;
  };

  let best: Ranked[] = [];
  const inGroup = new Map<readonly number[], Ranked>();
  let worst: Standing | null = null;
  const prune = () => {
    // A group's better hit stands beside its earlier one.
    const kept = best.filter((one) => {
      const group = index.groups.get(one.standing.entry);
      return group === undefined || inGroup.get(group) === one;
    });
    best = kept.sort((a, b) => compareStandings(a.standing, b.standing)).slice(0, limit);
    if (best.length === limit) worst = best.at(-1)?.standing ?? null;
  };

  for (const entry of hits.found) {
    const owner = owners[entry] ?? 0;
    const elsewhere = here[owner] ?? 1;
    if (elsewhere === LEFT_OUT) continue;
    const flag = flags[entry] ?? 0;
    const standing: Standing = {
      elsewhere,
      reason: hits.reasons[entry] ?? 255,
      order: hits.orders[entry] ?? 255,
      notTerm: flag & NOT_TERM ? 1 : 0,
      bare: flag & BARE ? 1 : 0,
      language: languageOf(owner),
      entry,
    };
    if (worst && compareStandings(standing, worst) > 0) continue;
    const members = index.groups.get(entry);
    const known = members && inGroup.get(members);
    if (known && compareStandings(known.standing, standing) < 0) continue;
    const ranked: Ranked = { standing, shown: members ? (known?.shown ?? shownFor(members)) : entry };
    if (members) inGroup.set(members, ranked);
    best.push(ranked);
    if (best.length >= 2 * limit + 64) prune();
  }
  prune();
  return best;
}

/** 0 for the most preferred language; the same language in another script or region ranks half a place lower. */
function languageRanks(languages: readonly LanguageTag[]): (tag: LanguageTag) => number {
  const known = new Map<LanguageTag, number>();
  const rankOf = (tag: LanguageTag) => {
    const exact = languages.indexOf(tag);
    if (exact !== -1) return exact * 2;
    const near = languages.findIndex((wanted) => wanted.split('-')[0] === tag.split('-')[0]);
    return near === -1 ? 15 : near * 2 + 1;
  };
  return (tag) => {
    const ready = known.get(tag);
    if (ready !== undefined) return ready;
    const found = Math.min(15, rankOf(tag));
    known.set(tag, found);
    return found;
  };
}
