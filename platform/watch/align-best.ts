import type { Aligned } from '../../core/session/session.ts';
import type { AlignmentInputs } from '../../core/session/watched.ts';
import { explainsBetter } from '../../core/timeline/remembered.ts';
import type { Aligner } from '../align/aligner.ts';

/**
 * Aligns with each available transcript, and keeps the first unless a later one explains the note clearly better: switching to
 * a dubbed track does not change exact times.
 */
export async function alignBest(aligner: Aligner, inputs: AlignmentInputs): Promise<Aligned | null> {
  const { episode, edition, candidates, anchors } = inputs;
  let best: Aligned | null = null;
  for (const evidence of candidates) {
    const timeline = await aligner.align(edition, episode.revision, evidence, anchors);
    if (best && !explainsBetter(timeline, best.timeline)) continue;
    best = { edition, timeline, transcript: evidence.transcript };
  }
  return best;
}
