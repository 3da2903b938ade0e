import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The newest of a function under one identity that never changes, so that a part of the page that is given it need not
 * be drawn anew. For events only: while drawing it still is the one from before.
 */
export function useStable<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...args: A) => newest.current(...args), []);
}
