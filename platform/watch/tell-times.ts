import type { Episode, EpisodeEdition } from '../../core/note/episode.ts';
import { writtenEdition } from '../../core/note/other-script.ts';
import { notesWithSameSections } from '../../core/note/shared-sections.ts';
import { NO_EVIDENCE, quickTimeline, type Watched } from '../../core/session/watched.ts';
import { anchorsOf, assignCorrections, type Corrections, NO_CORRECTIONS } from '../../core/timeline/corrections.ts';
import { fromRemembered } from '../../core/timeline/remembered.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import type { Aligner } from '../align/aligner.ts';
import type { AnchorsPort, RememberedTimesPort } from '../ports.ts';

interface Services {
  readonly anchors: AnchorsPort;
  readonly times: RememberedTimesPort;
  readonly aligner: Aligner;
}

/**
 * Reports the times of any edition: at once by the length of the text, then from all evidence. For a video other than the one
 * watched that is the note itself, the viewer's corrections, and remembered times.
 */
export function tellTimes(
  { anchors, times, aligner }: Services,
  { videoId, known, timeline, edition: shown, corrections }: Watched,
  episode: Episode,
  edition: EpisodeEdition,
  tell: (timeline: Timeline) => void,
): () => void {
  const here = episode.videoId === videoId;
  if (here && shown && writtenEdition(shown) === writtenEdition(edition) && timeline) {
    tell(timeline);
    return () => {};
  }
  let wanted = true;
  const evidence = here ? known : { ...NO_EVIDENCE, duration: edition.duration };
  const holding = (those: Corrections) =>
    anchorsOf(assignCorrections(those, episode), notesWithSameSections(episode, edition));
  tell(quickTimeline(edition, evidence, here && corrections ? holding(corrections) : []));
  void (async () => {
    const those = (here && corrections) || (await anchors.read(episode.videoId).catch(() => NO_CORRECTIONS));
    const list = holding(those);
    const kept = await times.read(episode.videoId).catch(() => ({}));
    const recalled = fromRemembered(kept, writtenEdition(edition), here ? evidence.duration : null, list);
    if (recalled) {
      if (wanted) tell(recalled);
      return;
    }
    const aligned = await aligner.align(writtenEdition(edition), episode.revision, evidence, list).catch(() => null);
    if (wanted && aligned) tell(aligned);
  })();
  return () => {
    wanted = false;
  };
}
