import { catalog } from 'virtual:sleevenotes/catalog';
import * as bundled from 'virtual:sleevenotes/episodes';
import { type EpisodeSearch, episodeSearch, type FoundEpisodes } from '../../core/library/search-episodes.ts';
import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { LibraryPort, Unsubscribe } from '../ports.ts';
import { onChange } from './changes.ts';
import { mergeEpisodes, mergeSummaries } from './merge-episodes.ts';
import { libraryConnection } from './open-library.ts';
import { findOwn, ownEpisodes, type Recompile, toSummary } from './read-notes.ts';
import type { LibraryDatabase } from './schema.ts';

/**
 * All notes at hand: the viewer's own ones, and those that ship with the extension.
 * @param recompile For notes that an earlier version compiled, or whose compiled part is damaged.
 */
export function createLibrary(recompile: Recompile): LibraryPort {
  let { loadEpisode } = bundled;
  const listeners = new Set<() => void>();
  const connect = libraryConnection();

  // While developing, an edited note arrives as a new version of the episodes' module.
  import.meta.hot?.accept('virtual:sleevenotes/episodes', (changed) => {
    if (!changed) return;
    loadEpisode = (changed as unknown as typeof bundled).loadEpisode;
    for (const listener of listeners) listener();
  });

  /** Bundled notes must show even when the viewer's own cannot be read; the library's page says why. */
  async function own<T>(read: (database: LibraryDatabase) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read(await connect());
    } catch (error) {
      console.warn('Sleevenotes: own notes cannot be read', error);
      return otherwise;
    }
  }

  async function find(videoId: VideoId): Promise<Episode | null> {
    const [mine, shipped] = await Promise.all([
      own((database) => findOwn(database, videoId, recompile), null),
      loadEpisode(videoId),
    ]);
    return mergeEpisodes(mine, shipped);
  }

  async function list(): Promise<readonly EpisodeSummary[]> {
    const records = await own(ownEpisodes, []);
    return mergeSummaries(records.map(toSummary), catalog);
  }

  /** Made when first asked for, and anew after a change: a keystroke then reads nothing from the disk. */
  let searching: Promise<EpisodeSearch> | null = null;
  async function search(query: string, limit: number): Promise<FoundEpisodes> {
    if (!searching) {
      const stop = onChange(() => {
        searching = null;
        stop();
      });
      searching = list().then(episodeSearch);
    }
    return (await searching)(query, limit);
  }

  return {
    find,
    list,
    search,
    subscribe(listener): Unsubscribe {
      listeners.add(listener);
      const told = atMostEverySecond(listener);
      const stop = onChange(told.call);
      return () => {
        listeners.delete(listener);
        stop();
        told.stop();
      };
    },
  };
}

/** An import changes the library several times a second: the first change is told at once, the others together. */
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
