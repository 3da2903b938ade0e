import { catalog } from 'virtual:sleevenotes/catalog';
import * as bundled from 'virtual:sleevenotes/episodes';
import type { LibraryPort, Unsubscribe } from '../ports.ts';

/** The notes that ship with the extension. */
export function createLibrary(): LibraryPort {
  let { loadEpisode } = bundled;
  const listeners = new Set<() => void>();

  // While developing, an edited note arrives as a new version of the episodes' module.
  import.meta.hot?.accept('virtual:sleevenotes/episodes', (changed) => {
    if (!changed) return;
    loadEpisode = (changed as unknown as typeof bundled).loadEpisode;
    for (const listener of listeners) listener();
  });

  return {
    find: (videoId) => loadEpisode(videoId),
    list: async () => catalog,
    subscribe(listener): Unsubscribe {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
