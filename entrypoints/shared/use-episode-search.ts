import { useEffect, useState } from 'react';
import type { LibraryPort } from '../../platform/ports.ts';

/** The search of all available episodes: another function whenever they change. */
export function useEpisodeSearch(library: LibraryPort): LibraryPort['search'] {
  const [search, setSearch] = useState(() => library.search);
  useEffect(
    () =>
      library.subscribe(() =>
        setSearch(
          () =>
            (...asked: Parameters<LibraryPort['search']>) =>
              library.search(...asked),
        ),
      ),
    [library],
  );
  return search;
}
