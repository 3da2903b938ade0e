import { useEffect, useMemo, useState } from 'react';
import { addDefinitions, buildIndex, type LookupIndex } from '../../core/glossary/build-index.ts';
import { type LookupSource, lookupSource } from '../../core/glossary/lookup-source.ts';
import type { Episode } from '../../core/note/episode.ts';
import type { LibraryPort, NamesPort } from '../../platform/ports.ts';

/** Of so many bundled episodes the definitions are searched, too; of all others only the names are held. */
const MOST_WHOLE_EPISODES = 30;

/**
 * The index of all that can be looked up. It starts with the episode being watched and grows in the background: first
 * the names of all episodes, then definitions.
 */
export function useLookupIndex(library: LibraryPort & NamesPort, episode: Episode | null | undefined): LookupIndex {
  const [others, setOthers] = useState<readonly LookupSource[]>([]);
  const [revision, setRevision] = useState(0);
  useEffect(() => library.subscribe(() => setRevision((count) => count + 1)), [library]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    // While the library is asked for the episode being watched, nothing else may hold it up.
    if (episode === undefined) return;
    let wanted = true;
    void (async () => {
      const sources: LookupSource[] = [];
      for await (const part of library.names()) sources.push(...part);
      if (wanted) setOthers(sources);
      const bundled = (await library.list()).filter(({ origin }) => origin === 'bundled').slice(0, MOST_WHOLE_EPISODES);
      const whole = new Map<string, LookupSource>();
      for (const { videoId } of bundled) {
        const found = await library.find(videoId);
        for (const source of found?.editions.map((edition) => lookupSource(videoId, edition)) ?? []) {
          whole.set(keyOf(source), source);
        }
      }
      if (wanted) setOthers(sources.map((source) => whole.get(keyOf(source)) ?? source));
    })();
    return () => {
      wanted = false;
    };
  }, [library, episode, revision]);

  return useMemo(() => {
    const here = episode?.editions.map((edition) => lookupSource(episode.videoId, edition)) ?? [];
    const elsewhere = others.filter(({ videoId }) => videoId !== episode?.videoId);
    return addDefinitions(buildIndex([...here, ...elsewhere]));
  }, [episode, others]);
}

const keyOf = ({ videoId, language }: LookupSource) => `${videoId} ${language}`;
