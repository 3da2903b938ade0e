import type { VideoId } from '../core/video/video-id.ts';

/** The result of looking for a note's video. */
export type FoundVideo =
  | {
      readonly kind: 'video';
      readonly videoId: VideoId;
      /** The key of the front matter that names it; `null` when the body or the file's name does. */
      readonly key: string | null;
      /** The line of the body (1-based) that names it; 1 unless `from` is `body`. */
      readonly line: number;
      readonly from: 'front matter' | 'body' | 'file name';
    }
  /** Several videos could be meant. */
  | {
      readonly kind: 'several';
      readonly videoIds: readonly VideoId[];
      readonly key: string | null;
      readonly line: number;
    }
  | { readonly kind: 'none' };
