import { useCallback, useEffect, useRef, useState } from 'react';
import {
  countEntries,
  type ImportCounts,
  type ImportEnd,
  type ImportEntry,
  type ImportProgress,
  NO_COUNTS,
} from '../../core/library/import.ts';
import type { ImportInput } from '../../platform/files/input.ts';
import { type ImportRun, startImport } from '../../platform/import/importer.ts';
import type { ImportMode } from '../../platform/import/run-import.ts';

export interface ImportState {
  readonly progress: ImportProgress | 'waiting' | null;
  readonly end: ImportEnd | null;
  readonly entries: readonly ImportEntry[];
  readonly counts: ImportCounts;
}

export interface UseImport {
  /** `null` before the first import and after its report was closed. */
  readonly state: ImportState | null;
  readonly run: ImportRun | null;
  readonly start: (inputs: readonly ImportInput[], mode?: ImportMode) => void;
  /** Begins again with what is left of the last import. */
  readonly takeUp: () => void;
  readonly close: () => void;
}

/** Throttles updates of the page: a fast import has hundreds of batches, and each would redraw the report. */
const TELL_EVERY = 250;

/** One import at a time, and its report. */
export function useImport(): UseImport {
  const [state, setState] = useState<ImportState | null>(null);
  const run = useRef<ImportRun | null>(null);
  const last = useRef<{ readonly inputs: readonly ImportInput[]; readonly mode: ImportMode } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    // Closing the page ends the import; the browser asks first.
    const ask = (event: BeforeUnloadEvent) => {
      if (run.current) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  const start = useCallback((inputs: readonly ImportInput[], mode: ImportMode = 'all') => {
    if (run.current || inputs.length === 0) return;
    last.current = { inputs, mode };
    const entries: ImportEntry[] = [];
    let counts = NO_COUNTS;
    let progress: ImportState['progress'] = null;
    const show = (end: ImportEnd | null) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      setState({ progress, end, entries: [...entries], counts });
    };
    const showSoon = () => {
      timer.current ??= setTimeout(() => show(null), TELL_EVERY);
    };
    show(null);
    run.current = startImport(inputs, mode, {
      onWaiting() {
        progress = 'waiting';
        showSoon();
      },
      onProgress(next) {
        progress = next;
        showSoon();
      },
      onEntries(some) {
        entries.push(...some);
        counts = countEntries(counts, some);
        showSoon();
      },
      onEnd(end) {
        run.current = null;
        show(end);
      },
    });
  }, []);

  const takeUp = useCallback(() => {
    if (last.current) start(last.current.inputs, last.current.mode);
  }, [start]);

  return { state, run: run.current, start, takeUp, close: useCallback(() => setState(null), []) };
}
