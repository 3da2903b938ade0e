import type { CatalogNotesPort } from '../ports.ts';
import { onCatalogs } from './changes.ts';
import { catalogsConnection } from './open-catalogs.ts';

/** The notes of the catalogs the viewer has subscribed to. Most of it is loaded only where there is a catalog. */
export function createCatalogNotes(): CatalogNotesPort {
  const connect = catalogsConnection();
  let loading: Promise<CatalogNotesPort | null> | null = null;
  let loaded = false;
  onCatalogs((change) => {
    if (change === 'list' && !loaded) loading = null;
  });

  async function load(): Promise<CatalogNotesPort | null> {
    const database = await connect();
    if ((await database.count('catalogs')) === 0) return null;
    const { notesOfCatalogs } = await import('./notes-of-catalogs.ts');
    loaded = true;
    return notesOfCatalogs(connect);
  }

  function notes(): Promise<CatalogNotesPort | null> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }
  // Opened while a page finds out which video it is about; a failure is reported by the next request.
  connect().catch(() => undefined);

  return {
    find: async (videoId) => (await notes())?.find(videoId) ?? null,
    missing: async (videoId) => (await notes())?.missing(videoId) ?? { notes: [], mayFetch: false },
    fetch: async (videoId) => (await notes())?.fetch(videoId) ?? [],
    list: async () => (await notes())?.list() ?? [],
    used: async (videoId) => (await notes())?.used(videoId),
    subscribe: (listener) => onCatalogs((change) => change !== 'progress' && listener()),
  };
}
