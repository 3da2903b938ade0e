import type { Edition } from '../note/episode.ts';
import type { Anchor, Evidence, Timeline } from './timeline.ts';

/**
 * Gives every section of the edition a time on the video's clock, from the best evidence there is.
 * Pure and deterministic.
 */
export function align(edition: Edition, evidence: Evidence, anchors: readonly Anchor[]): Timeline {
  throw new Error(`not written yet: ${edition.title} ${evidence.chapters.length} ${anchors.length}`);
}
