import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { type LookupContext, type LookupResult, lookup } from '../../core/glossary/lookup.ts';
import { type LookupSource, lookupSource } from '../../core/glossary/lookup-source.ts';
import { mergeResults } from '../../core/glossary/merge-results.ts';
import type { Episode } from '../../core/note/episode.ts';
import type { LibraryPort, NamesPort } from '../../platform/ports.ts';

/** Of so many bundled episodes the definitions are searched, too; of all others only the names. */
const MOST_WHOLE_EPISODES = 30;
/** More than anybody reads. */
const MOST_RESULTS = 50;
const NONE: readonly LookupSource[] = [];

/**
 * Results for what is typed; `null` while there is no index yet. The episode being watched and the bundled ones are held
 * in an index with their definitions, made after the popup has shown itself. Own notes can be thousands: the library is
 * asked for the names that may be meant, and only these are looked through.
 */
export function useLookup(
  library: LibraryPort,
  names: NamesPort,
  episode: Episode | null | undefined,
  asked: string,
  { current, languages }: LookupContext,
): readonly LookupResult[] | null {
  const revision = useRevision(library);
  const bundled = useBundled(library, names, revision);
  const own = useOwnNames(names, asked, revision);

  const sources = useMemo(() => {
    if (bundled === null) return null;
    const here = episode?.editions.map((edition) => lookupSource(episode.videoId, edition)) ?? [];
    return [...here, ...bundled.filter(({ videoId }) => videoId !== episode?.videoId)];
  }, [episode, bundled]);
  const indexed = useDeferredValue(sources, null);
  const held = useMemo(() => {
    if (indexed === null) return null;
    return { index: addDefinitions(buildIndex(indexed)), videos: new Set(indexed.map(({ videoId }) => videoId)) };
  }, [indexed]);
  const others = useMemo(() => held && buildIndex(own.filter(({ videoId }) => !held.videos.has(videoId))), [own, held]);

  return useMemo(() => {
    if (!held || !others) return null;
    const context = { current, languages, limit: MOST_RESULTS };
    return mergeResults(lookup(held.index, asked, context), lookup(others, asked, context), MOST_RESULTS);
  }, [held, others, asked, current, languages]);
}

function useRevision(library: LibraryPort): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => library.subscribe(() => setRevision((count) => count + 1)), [library]);
  return revision;
}

/** First by name; with their definitions a moment later. */
function useBundled(library: LibraryPort, names: NamesPort, revision: number): readonly LookupSource[] | null {
  const [bundled, setBundled] = useState<readonly LookupSource[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const shipped = await names.bundled();
      if (wanted) setBundled(shipped);
      const whole = new Set([...new Set(shipped.map(({ videoId }) => videoId))].slice(0, MOST_WHOLE_EPISODES));
      const sources = shipped.filter(({ videoId }) => !whole.has(videoId));
      for (const videoId of whole) {
        for (const edition of (await library.find(videoId))?.editions ?? []) {
          sources.push(lookupSource(videoId, edition));
        }
      }
      if (wanted) setBundled(sources);
    })();
    return () => {
      wanted = false;
    };
  }, [library, names, revision]);
  return bundled;
}

/** Until the next answer is there the last one stands: most of what fits a query fits the next letter, too. */
function useOwnNames(port: NamesPort, asked: string, revision: number): readonly LookupSource[] {
  const [own, setOwn] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      for await (const names of port.own(asked, stop.signal)) if (!stop.signal.aborted) setOwn(names);
    })();
    return () => stop.abort();
  }, [port, asked, revision]);
  return own;
}
