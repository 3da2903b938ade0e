import type { VideoId } from '../core/video/video-id.ts';

/** What a note says about which video it is about. */
export type FoundVideo =
  | {
      readonly kind: 'video';
      readonly videoId: VideoId;
      /** The key that names it, or `null` where the body does, on this line of it (1-based), or the file's name. */
      readonly key: string | null;
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
