import { useEffect, useRef, useState } from 'react';
import type { Followed } from '../../core/session/followed.ts';

/**
 * A part of a followed value; re-renders only when that part changes.
 *
 * Not `useSyncExternalStore`, which renders every single change at once: several arrive together, and one render should show
 * them all.
 *
 * @param slice A function that stays the same; what it needs besides the value is its `argument`.
 * @param same Whether two parts look alike. It stays the same, too.
 */
export function useSlice<S, T, A = undefined>(
  store: Followed<S>,
  slice: (value: S, argument: A) => T,
  argument: A,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const [shown, setShown] = useState(() => slice(store.read(), argument));
  const last = useRef(shown);
  useEffect(() => {
    const take = () => {
      const next = slice(store.read(), argument);
      if (same(last.current, next)) return;
      last.current = next;
      setShown(() => next);
    };
    take();
    return store.subscribe(take);
  }, [store, slice, argument, same]);
  return shown;
}

/** Whether two lists have the same entries in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at]);
}

/** Whether two records of the same shape have the same values. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
}
