import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { addDefinitions, buildIndex, type LookupIndex } from '../../core/glossary/build-index.ts';
import { type LookupContext, type LookupResult, lookupIn, mergeResults } from '../../core/glossary/lookup.ts';
import { type LookupSource, lookupSource } from '../../core/glossary/lookup-source.ts';
import { videosOf } from '../../core/glossary/name-index.ts';
import type { Episode } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { LibraryPort, NamesPort } from '../../platform/ports.ts';
import { MOST_RESULTS } from './offer.ts';

/** Up to this many bundled episodes are searched with their definitions; more by names only. */
const MOST_WHOLE_EPISODES = 30;
/** Latest start of loading definitions, in milliseconds. */
const LONGEST_WAIT = 1000;

interface Bundled {
  readonly indexes: readonly (LookupIndex & { readonly without?: ReadonlySet<VideoId> })[];
  readonly videos: ReadonlySet<VideoId>;
}

const NONE: readonly LookupResult[] = [];
const NO_NAMES = buildIndex([]);

/**
 * Results for what is typed; `null` while there is no index yet. The episode being watched and the bundled ones are at
 * hand with their definitions. Own notes and those of catalogs can be thousands: the library is asked for what their names
 * give, and what was shown stands until it has answered, a moment later.
 */
export function useLookup(
  library: LibraryPort,
  names: NamesPort,
  episode: Episode | null | undefined,
  asked: string,
  { current, languages, others }: LookupContext,
): readonly LookupResult[] | null {
  const revision = useRevision(library);
  const bundled = useBundled(library, names, revision);
  // Indexed together with the bundled names, after the first picture: a long glossary takes as long as drawing the list.
  const isSearching = bundled !== null;
  const here = useMemo(() => {
    if (!isSearching) return NO_NAMES;
    const editions = episode?.editions.map((edition) => lookupSource(episode.videoId, edition)) ?? [];
    return addDefinitions(buildIndex(editions));
  }, [isSearching, episode]);

  const atHand = useMemo(() => {
    if (bundled === null) return null;
    const watched = videosOf(here.names);
    const rest = bundled.indexes.map((index) => ({
      ...index,
      without: new Set([...watched, ...(index.without ?? [])]),
    }));
    return lookupIn([here, ...rest], asked, { current, languages, others, limit: MOST_RESULTS });
  }, [here, bundled, asked, current, languages, others]);

  const stored = useStored(names, asked, revision, { current, languages, others });
  const covered = useMemo(() => new Set([...videosOf(here.names), ...(bundled?.videos ?? [])]), [here, bundled]);
  const merged = useMemo(() => {
    if (atHand === null) return null;
    // What is at hand has its definitions, too.
    const rest = stored.results.filter(({ source }) => !covered.has(source.videoId));
    if (stored.asked === asked) return mergeResults([atHand, rest], MOST_RESULTS);
    // Stored notes without a match for the shorter query have none now; an empty result is shown only after they have answered.
    return stored.results.length === 0 && atHand.length > 0 ? atHand : null;
  }, [atHand, covered, stored, asked]);
  const [shown, setShown] = useState<readonly LookupResult[] | null>(null);
  if (merged !== null && merged !== shown) setShown(merged);
  return merged ?? shown;
}

function useRevision(library: LibraryPort): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => library.subscribe(() => setRevision((count) => count + 1)), [library]);
  return revision;
}

/** First by name; with their definitions a moment later, when the popup has shown itself. */
function useBundled(library: LibraryPort, names: NamesPort, revision: number): Bundled | null {
  const [bundled, setBundled] = useState<Bundled | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    let wanted = true;
    // Not before the page is drawn, which needs no names.
    names.prepare();
    void (async () => {
      const shipped = await names.bundled();
      const videos = videosOf(shipped.names);
      if (wanted) setBundled({ indexes: [shipped], videos });
      // Load definitions when idle: names answer most queries.
      await new Promise((idle) => requestIdleCallback(idle, { timeout: LONGEST_WAIT }));
      const whole = new Set([...videos].slice(0, MOST_WHOLE_EPISODES));
      const sources: LookupSource[] = [];
      for (const videoId of whole) {
        for (const edition of (await library.find(videoId))?.editions ?? []) {
          sources.push(lookupSource(videoId, edition));
        }
      }
      const texts = addDefinitions(buildIndex(sources));
      if (wanted) setBundled({ indexes: [texts, { ...shipped, without: whole }], videos });
    })();
    return () => {
      wanted = false;
    };
  }, [library, names, revision]);
  return useDeferredValue(bundled, null);
}

interface StoredAnswer {
  readonly asked: string;
  readonly results: readonly LookupResult[];
}

function useStored(
  port: NamesPort,
  asked: string,
  revision: number,
  { current, languages, others }: LookupContext,
): StoredAnswer {
  const [stored, setStored] = useState<StoredAnswer>({ asked: '', results: NONE });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    const stop = new AbortController();
    const context = { current, languages, others, limit: MOST_RESULTS };
    void (async () => {
      for await (const results of port.stored(asked, context, stop.signal)) {
        if (!stop.signal.aborted) setStored({ asked, results });
      }
    })();
    return () => stop.abort();
  }, [port, asked, revision, current, languages, others]);
  return stored;
}
