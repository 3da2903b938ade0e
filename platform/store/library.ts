import * as bundled from 'virtual:sleevenotes/episodes';
import { summaries } from 'virtual:sleevenotes/summaries';
import { type EpisodeSearch, episodeSearch, type FoundEpisodes } from '../../core/library/search-episodes.ts';
import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CatalogNotesPort, LibraryPort, LibraryTrouble, NoteSource, Unsubscribe } from '../ports.ts';
import { onChange } from './changes.ts';
import { mergeEpisodes, mergeSummaries } from './merge-episodes.ts';
import { LibraryUnavailable, libraryConnection } from './open-library.ts';
import { findOwn, ownEpisodes, type Recompile, toSummary } from './read-notes.ts';
import type { LibraryDatabase } from './schema.ts';

/**
 * All notes at hand: the viewer's own ones, those of catalogs, and those that ship with the extension.
 * @param recompile For notes that an earlier version compiled, or whose compiled part is damaged.
 */
export function createLibrary(recompile: Recompile, catalogs: CatalogNotesPort): LibraryPort {
  let { loadEpisode } = bundled;
  const listeners = new Set<() => void>();
  const connect = libraryConnection();
  // Opened while a page finds out which video it is about; a failure is reported by the first search.
  connect().catch(() => undefined);

  // While developing, an edited note arrives as a new version of the episodes' module.
  import.meta.hot?.accept('virtual:sleevenotes/episodes', (changed) => {
    if (!changed) return;
    loadEpisode = (changed as unknown as typeof bundled).loadEpisode;
    for (const listener of listeners) listener();
  });

  let trouble: LibraryTrouble | null = null;
  /** Why the viewer's own notes cannot be read is said by panel and library page. */
  async function mine<T>(read: (database: LibraryDatabase) => Promise<T>): Promise<T> {
    try {
      const answer = await read(await connect());
      trouble = null;
      return answer;
    } catch (error) {
      trouble = error instanceof LibraryUnavailable ? error.reason : 'refused';
      throw error;
    }
  }

  const own: NoteSource = {
    find: (videoId) =>
      mine((database) =>
        findOwn(database, videoId, recompile, (outdated) => {
          // The note is shown without waiting; the result arrives as a change of the library.
          void import('./renew-notes.ts').then(({ renewOpened }) => renewOpened(database, outdated, recompile));
        }),
      ),
    list: async () => (await mine(ownEpisodes)).map(toSummary),
  };
  const shipped: NoteSource = { find: (videoId) => loadEpisode(videoId), list: async () => summaries };
  /** In the order in which their notes are shown. */
  const sources = [own, catalogs, shipped];

  /** A fault of one kind does not affect the others. */
  async function fromAll<T>(ask: (source: NoteSource) => Promise<T>, otherwise: T): Promise<readonly T[]> {
    return Promise.all(
      sources.map((source) =>
        ask(source).catch((error: unknown) => {
          console.warn('Sleevenotes: some notes cannot be read', error);
          return otherwise;
        }),
      ),
    );
  }

  async function find(videoId: VideoId): Promise<Episode | null> {
    const found = await fromAll((source) => source.find(videoId), null);
    if (found[sources.indexOf(catalogs)]) void catalogs.used(videoId).catch(() => undefined);
    return mergeEpisodes(found);
  }

  const list = async (): Promise<readonly EpisodeSummary[]> =>
    mergeSummaries(await fromAll((source) => source.list(), []));

  /** Notifies of changes of own notes and of catalogs. */
  function onAnyChange(listener: () => void): Unsubscribe {
    const stops = [onChange(listener), catalogs.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Built on first use and again after a change, so that a keystroke reads nothing from the disk. */
  let searching: Promise<EpisodeSearch> | null = null;
  async function search(query: string, limit: number, others?: readonly string[]): Promise<FoundEpisodes> {
    if (!searching) {
      const stop = onAnyChange(() => {
        searching = null;
        stop();
      });
      searching = list().then(episodeSearch);
    }
    return (await searching)(query, limit, others);
  }

  return {
    find,
    // Without its catalogs a video has the notes that are here.
    missing: (videoId) => catalogs.missing(videoId).catch(() => ({ notes: [], mayFetch: false })),
    fetch: catalogs.fetch,
    list,
    search,
    trouble: () => trouble,
    subscribe(listener): Unsubscribe {
      listeners.add(listener);
      const told = atMostEverySecond(listener);
      const stop = onAnyChange(told.call);
      return () => {
        listeners.delete(listener);
        stop();
        told.stop();
      };
    },
  };
}

/** An import changes the library several times a second: the first change is sent at once, the others together. */
function atMostEverySecond(listener: () => void): { readonly call: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const call = () => {
    if (timer !== undefined) {
      again = true;
      return;
    }
    listener();
    timer = setTimeout(() => {
      timer = undefined;
      if (!again) return;
      again = false;
      call();
    }, 1000);
  };
  return { call, stop: () => clearTimeout(timer) };
}
