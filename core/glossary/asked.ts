import type { LanguageTag } from '../note/episode.ts';
import type { VideoId } from '../video/video-id.ts';

/** An entry chosen from a list. */
export interface Chosen {
  readonly videoId: VideoId;
  readonly entryId: string;
  /** `null` when any edition will do. */
  readonly language: LanguageTag | null;
}

/** What the lookup page is asked for by its address: a text, and an entry where one was chosen. */
export interface Asked {
  readonly query: string;
  readonly chosen: Chosen | null;
}
