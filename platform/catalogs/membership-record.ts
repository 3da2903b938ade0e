// For the background, which must stay small: no database library, no schemas.
import { decodeFilter } from '../../core/catalog/fuse-filter.ts';
import { type Membership, membershipOf } from '../../core/catalog/membership.ts';
import type { VideoId } from '../../core/video/video-id.ts';

export const CATALOGS_DATABASE = 'sleevenotes-catalogs';
export const MEMBERSHIP_STORE = 'membership';

/** The stored data by which a catalog's videos are recognised. */
export interface MembershipRecord {
  readonly id: string;
  /** As `encodeFilter` wrote it. */
  readonly filter: Uint8Array<ArrayBuffer>;
  /** Videos that came or went since the filter was made, each with whether it has a note now. */
  readonly since: ReadonlyMap<VideoId, boolean>;
  /** Whether the viewer removed the catalog, and can still take it back. */
  readonly removed: boolean;
}

/** A damaged or removed record matches no video. */
export function readMembership({ filter, since, removed }: MembershipRecord): Membership {
  const decoded = removed ? null : decodeFilter(filter);
  return decoded ? membershipOf(decoded, since) : () => false;
}
