import type { Episode, EpisodeSummary } from './episode.ts';

/** Reduces an episode to what lists and matching need; its size does not depend on the length of the notes. */
export function summariseEpisode(episode: Episode): EpisodeSummary {
  return {
    videoId: episode.videoId,
    revision: episode.revision,
    editions: episode.editions.map((edition) => ({
      note: edition.note,
      language: edition.language,
      title: edition.title,
      sections: edition.sections.length,
      terms: edition.glossary.length,
      ...(edition.tags && { tags: edition.tags }),
      ...(edition.date !== null && { date: edition.date }),
    })),
  };
}
