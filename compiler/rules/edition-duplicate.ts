import type { LanguageTag } from '../../core/note/episode.ts';
import { warning } from '../../core/note/problem.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** A later note for the same video and language replaces the earlier one, as a newer version would. */
export const editionDuplicate = (earlier: string, video: VideoId, language: LanguageTag) =>
  warning('edition-duplicate', { earlier, video, language });
