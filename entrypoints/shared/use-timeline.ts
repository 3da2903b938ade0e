import { useEffect, useMemo, useState } from 'react';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import { writtenEdition } from '../../core/note/other-script.ts';
import { align } from '../../core/timeline/align.ts';
import type { Anchor, Evidence, Timeline } from '../../core/timeline/timeline.ts';
import type { Aligner } from '../../platform/align/aligner.ts';

interface Aligned {
  readonly edition: EpisodeEdition;
  readonly timeline: Timeline;
}

/**
 * The timeline of an edition. At once by the length of the text, which costs next to nothing; better as soon as the
 * aligner has weighed all evidence. Until it has weighed new evidence the last timeline of the same edition stays.
 */
export function useTimeline(
  aligner: Aligner,
  shown: EpisodeEdition | null,
  revision: string,
  evidence: Evidence,
  anchors: readonly Anchor[],
): Timeline | null {
  // What times rest on are the words as they were written, and both have one timeline.
  const edition = shown && writtenEdition(shown);
  const quick = useMemo(
    () => (edition ? align(edition, { ...evidence, chapters: [], transcript: null }, anchors) : null),
    [edition, evidence, anchors],
  );
  const [aligned, setAligned] = useState<Aligned | null>(null);
  useEffect(() => {
    if (!edition) return;
    let current = true;
    aligner.align(edition, revision, evidence, anchors).then(
      (timeline) => {
        if (current) setAligned({ edition, timeline });
      },
      // Only a destroyed aligner refuses, and then nobody is looking; anything else leaves the quick timeline standing.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [aligner, edition, revision, evidence, anchors]);
  return aligned?.edition === edition ? aligned.timeline : quick;
}
