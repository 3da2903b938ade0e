import { useEffect, useState } from 'react';
import type { LibraryPort } from '../../platform/ports.ts';

/** The search of all available episodes: another function whenever they change. */
export function useEpisodeSearch(library: LibraryPort): LibraryPort['search'] {
  const [search, setSearch] = useState(() => library.search);
  useEffect(
    () => library.subscribe(() => setSearch(() => (query: string, limit: number) => library.search(query, limit))),
    [library],
  );
  return search;
}
