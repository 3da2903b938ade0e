import type { Edition } from '../note/episode.ts';
import { prepare, settleTimeline } from './settle-timeline.ts';
import type { Anchor, Evidence, Timeline } from './timeline.ts';

/**
 * The timeline by known starts and the length of the text alone: what `align` gives without transcript and chapters, in
 * a fraction of its code. Pages show it first.
 */
export function alignQuickly(edition: Edition, evidence: Evidence, anchors: readonly Anchor[]): Timeline {
  const given = prepare(edition, { ...evidence, chapters: [], transcript: null }, anchors);
  return settleTimeline(
    given,
    given.texts.map(() => null),
    true,
  );
}
