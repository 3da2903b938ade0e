import { startTransition, useEffect, useState } from 'react';

/**
 * How many items of a long list to draw: `first` at once, then `part` more at a time, in the background and with pauses in
 * which the page can answer.
 */
export function useGrowing(all: number, first: number, part: number): number {
  const [limit, setLimit] = useState(first);
  useEffect(() => {
    if (limit < all) startTransition(() => setLimit(limit + part));
  }, [limit, all, part]);
  return limit;
}
