import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';

/**
 * One episode of the viewer's own notes and the bundled ones: an own edition takes the place of the bundled one in the
 * same language, and own editions come first.
 */
export function mergeEpisodes(own: Episode | null, bundled: Episode | null): Episode | null {
  if (!own || !bundled) return own ?? bundled;
  const [first, ...rest] = own.editions;
  return {
    videoId: own.videoId,
    revision: `${own.revision}+${bundled.revision}`,
    editions: [first, ...rest, ...notIn(bundled.editions, own.editions)],
  };
}

/** The same for lists; sorted by nothing, own episodes first. */
export function mergeSummaries(own: readonly EpisodeSummary[], bundled: readonly EpisodeSummary[]): EpisodeSummary[] {
  const shipped = new Map(bundled.map((summary) => [summary.videoId, summary]));
  const merged = own.map((summary) => {
    const other = shipped.get(summary.videoId);
    if (!other) return summary;
    shipped.delete(summary.videoId);
    return {
      ...summary,
      revision: `${summary.revision}+${other.revision}`,
      editions: [...summary.editions, ...notIn(other.editions, summary.editions)],
    };
  });
  return [...merged, ...shipped.values()];
}

function notIn<T extends { readonly language: string }>(editions: readonly T[], taken: readonly T[]): T[] {
  const languages = new Set(taken.map(({ language }) => language));
  return editions.filter(({ language }) => !languages.has(language));
}
