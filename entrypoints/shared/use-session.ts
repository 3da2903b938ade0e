import { useEffect, useReducer, useState } from 'react';
import { emptySession, reduceSession, type Session, type SessionEvent, videoOf } from '../../core/session/session.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { LibraryPort, PagePort, SettingsPort } from '../../platform/ports.ts';

/** The session of the video in the active tab, kept up to date by the page and the library. */
export function useSession(page: PagePort, library: LibraryPort): [Session, (event: SessionEvent) => void] {
  const [session, dispatch] = useReducer(reduceSession, emptySession);
  const videoId = videoOf(session.page);
  const [revision, setRevision] = useState(0);

  useEffect(() => page.subscribe(dispatch), [page]);
  useEffect(() => library.subscribe(() => setRevision((count) => count + 1)), [library]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the library asks it again
  useEffect(() => {
    if (videoId) void library.find(videoId).then((episode) => dispatch({ type: 'episode', videoId, episode }));
  }, [library, videoId, revision]);

  return [session, dispatch];
}

/** The viewer's settings; `null` until they are read. */
export function useSettings(port: SettingsPort): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void port.read().then(setSettings);
    return port.subscribe(setSettings);
  }, [port]);
  return settings;
}

/** The search of all episodes at hand: another function whenever they change. */
export function useEpisodeSearch(library: LibraryPort): LibraryPort['search'] {
  const [search, setSearch] = useState(() => library.search);
  useEffect(
    () => library.subscribe(() => setSearch(() => (query: string, limit: number) => library.search(query, limit))),
    [library],
  );
  return search;
}
