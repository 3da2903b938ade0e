declare module 'virtual:sleevenotes/video-ids' {
  /** The videos that have a bundled note. */
  export const videoIds: readonly string[];
}

declare module 'virtual:sleevenotes/summaries' {
  import type { EpisodeSummary } from '../core/note/episode.ts';

  /** Every bundled episode, sorted by video id. */
  export const summaries: readonly EpisodeSummary[];
}

declare module 'virtual:sleevenotes/episodes' {
  import type { Episode } from '../core/note/episode.ts';
  import type { VideoId } from '../core/video/video-id.ts';

  /** Loads one bundled episode; `null` when there is none for this video. */
  export function loadEpisode(videoId: VideoId): Promise<Episode | null>;
}
