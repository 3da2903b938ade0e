import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';

/** One episode of all that is known of a video: all notes, in the order given. */
export function mergeEpisodes(found: readonly (Episode | null)[]): Episode | null {
  const [first, ...rest] = found.filter((episode) => episode !== null);
  if (!first || rest.length === 0) return first ?? null;
  const [edition, ...editions] = first.editions;
  return {
    videoId: first.videoId,
    revision: [first, ...rest].map(({ revision }) => revision).join('+'),
    editions: [edition, ...editions, ...rest.flatMap((episode) => episode.editions)],
  };
}

/** The same for lists: the episodes of the first list come first, then those that only a later one has. */
export function mergeSummaries(lists: readonly (readonly EpisodeSummary[])[]): EpisodeSummary[] {
  const merged = new Map<EpisodeSummary['videoId'], EpisodeSummary>();
  for (const summary of lists.flat()) {
    const before = merged.get(summary.videoId);
    merged.set(
      summary.videoId,
      before
        ? {
            ...summary,
            revision: `${before.revision}+${summary.revision}`,
            editions: [...before.editions, ...summary.editions],
          }
        : summary,
    );
  }
  return [...merged.values()];
}
