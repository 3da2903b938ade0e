import { useEffect, useState } from 'react';
import type { Episode, EpisodeEdition } from '../../core/note/episode.ts';
import { notesWithSameSections } from '../../core/note/shared-sections.ts';
import type { Anchor } from '../../core/timeline/timeline.ts';
import type { AnchorsPort } from '../../platform/ports.ts';

const NONE: readonly Anchor[] = [];

/** The viewer's corrections that hold for an edition, as they are stored; none until they are read. */
export function useAnchors(
  port: AnchorsPort,
  episode: Episode | null | undefined,
  edition: EpisodeEdition | null,
): readonly Anchor[] {
  // Translations have the same corrections: nothing need be read again for them.
  const of =
    episode && edition ? [episode.videoId, ...notesWithSameSections(episode, edition).toSorted()].join('\n') : '';
  const [read, setRead] = useState({ of: '', anchors: NONE });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what episode and edition are asked for
  useEffect(() => {
    if (!episode || !edition) return;
    let current = true;
    const look = () => void port.read(episode, edition).then((anchors) => current && setRead({ of, anchors }));
    look();
    const stop = port.subscribe((videoId) => videoId === episode.videoId && look());
    return () => {
      current = false;
      stop();
    };
  }, [port, of]);
  return read.of === of ? read.anchors : NONE;
}
