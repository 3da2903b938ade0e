// For the background, which must stay small: no database library, no schemas.
import { type FilterShape, filterInPartsHas } from '../../core/catalog/fuse-filter.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';

export const CATALOGS_DATABASE = 'sleevenotes-catalogs';
export const MEMBERSHIP_STORE = 'membership';
export const FILTERS_STORE = 'filters';

/** The stored data by which a catalog's videos are recognised, except for the filter's fingerprints. */
export interface MembershipRecord {
  readonly id: string;
  readonly shape: FilterShape;
  /** Videos that came or went since the filter was made, each with whether it has a note now. */
  readonly since: ReadonlyMap<VideoId, boolean>;
  /** Whether the viewer removed the catalog, and can still take it back. */
  readonly removed: boolean;
}

/** Whether a catalog has a note for a video, answered without a request to its host. */
export type Membership = (videoId: VideoId) => Promise<boolean>;

/** Reads a part of the filter; `undefined` when there is none. */
export type ReadPart = (part: number) => Promise<Uint16Array | undefined>;

/**
 * Reads as much of the filter as a video needs, and keeps that in memory: of a million videos the whole is 2.3 MB. A damaged
 * or removed record matches no video.
 */
export function readMembership({ shape, since, removed }: MembershipRecord, read: ReadPart): Membership {
  const parts = new Map<number, ReturnType<ReadPart>>();
  const partOf = (at: number) => {
    const part = parts.get(at) ?? read(at);
    parts.set(at, part);
    part.catch(() => parts.delete(at));
    return part;
  };
  return async (videoId) =>
    !removed && (since.get(videoId) ?? (await filterInPartsHas(shape, hashVideo(videoId), partOf)));
}
