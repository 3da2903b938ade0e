import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';

/** One episode of the viewer's own notes and the bundled ones: all of them, own ones first. */
export function mergeEpisodes(own: Episode | null, bundled: Episode | null): Episode | null {
  if (!own || !bundled) return own ?? bundled;
  const [first, ...rest] = own.editions;
  return {
    videoId: own.videoId,
    revision: `${own.revision}+${bundled.revision}`,
    editions: [first, ...rest, ...bundled.editions],
  };
}

/** The same for lists: own episodes first, then those that are only bundled. */
export function mergeSummaries(own: readonly EpisodeSummary[], bundled: readonly EpisodeSummary[]): EpisodeSummary[] {
  const shipped = new Map(bundled.map((summary) => [summary.videoId, summary]));
  const merged = own.map((summary) => {
    const other = shipped.get(summary.videoId);
    if (!other) return summary;
    shipped.delete(summary.videoId);
    return {
      ...summary,
      revision: `${summary.revision}+${other.revision}`,
      editions: [...summary.editions, ...other.editions],
    };
  });
  return [...merged, ...shipped.values()];
}
