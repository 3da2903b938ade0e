import { changing, type Followed } from '../../core/session/followed.ts';
import {
  type BlockTimes,
  blockAlignment,
  blockTimes,
  type Passage,
  passageAt,
} from '../../core/session/reading-passage.ts';
import type { Watched } from '../../core/session/watched.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import type { Aligner } from '../align/aligner.ts';

/**
 * The passage being spoken, while the viewer reads along; otherwise `null`. Within a section the transcript is aligned
 * once more, with the section's blocks in place of sections; until then, and without a transcript, the passage is estimated by
 * the progress within the section.
 */
export function followPassage(watch: Followed<Watched>, aligner: Aligner): Followed<Passage | null> {
  const passage = changing<Passage | null>(null);
  let times: BlockTimes | null = null;
  let requested: { readonly timeline: Timeline | null; readonly section: string | undefined } | null = null;

  function request(watched: Watched): void {
    const section = watched.position?.section;
    if (requested?.timeline === watched.timeline && requested.section === section) return;
    const mine = { timeline: watched.timeline, section };
    requested = mine;
    times = null;
    const alignment = blockAlignment(watched);
    if (!alignment) return;
    const revision = `${watched.episode?.revision}/${alignment.section}`;
    aligner.align(alignment.edition, revision, alignment.evidence, []).then(
      (timeline) => {
        if (requested === mine) times = blockTimes(alignment, timeline);
      },
      // Keep showing the estimated passage.
      () => {},
    );
  }

  watch.subscribe(() => {
    const watched = watch.read();
    if (!watched.settings?.readAlong) {
      requested = null;
      passage.change(null);
      return;
    }
    request(watched);
    const now = passageAt(watched, times);
    const before = passage.read();
    const isSame = now?.section === before?.section && now?.block === before?.block && now?.exact === before?.exact;
    if (!isSame) passage.change(now);
  });
  return passage;
}
