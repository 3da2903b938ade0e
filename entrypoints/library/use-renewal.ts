import { useEffect, useState } from 'react';
import { renewLibrary } from '../../platform/import/renew-library.ts';
import type { OwnLibrary } from '../../platform/store/own-library.ts';

/** A shorter renewal is not reported. */
const PATIENCE_MS = 1000;

export interface RenewalProgress {
  readonly done: number;
  readonly all: number;
}

/**
 * Has the notes of an earlier version read again while the page is open, and tells how far that is once it takes over a
 * second. An import goes first: its compilers need the processors.
 */
export function useRenewal(own: OwnLibrary, importing: boolean): RenewalProgress | null {
  const [progress, setProgress] = useState<RenewalProgress | null>(null);
  useEffect(() => {
    if (importing) return undefined;
    let stop = () => {};
    let stopped = false;
    const begin = () => {
      const begun = performance.now();
      stop = renewLibrary((now) => {
        if (now === null || performance.now() - begun > PATIENCE_MS) setProgress(now);
      });
    };
    own.outdated().then(
      (count) => count > 0 && !stopped && begin(),
      // The page reports a library that cannot be read.
      () => undefined,
    );
    return () => {
      stopped = true;
      stop();
    };
  }, [own, importing]);
  return progress;
}
