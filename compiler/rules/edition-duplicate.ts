import type { LanguageTag } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { warning } from './rule.ts';

/** A later note for the same video and language replaces the earlier one, as a newer version would. */
export const editionDuplicate = (earlier: string, videoId: VideoId, language: LanguageTag) =>
  warning(
    'edition-duplicate',
    [earlier, videoId, language],
    `${earlier} is for the same video and language (${videoId}, ${language}): this one replaces it`,
  );
