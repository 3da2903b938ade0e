import { readFileSync } from 'node:fs';
import { extensionProcesses } from '../../tests/browser/processes.ts';

/** Measures memory and processor time of the processes of the extension's pages. */
export interface UsageWatch {
  /** The peak memory of the largest process since the last call, in bytes; 0 on systems without `/proc`. */
  peak(): number;
  /** The current memory of the largest process, in bytes. */
  now(): number;
  /** Processor time of all of them so far, in milliseconds: on a busy machine, wall-clock time says little. */
  busy(): number;
  stop(): void;
}

const EVERY_MS = 50;
/** Samples between two updates of the list of processes. */
const LOOK_EVERY = 20;
/** A tick of Linux: 100 per second. */
const TICK_MS = 10;

/** Counts anonymous memory only: the browser's program file is shared by all its processes. */
export function watchUsage(profile: string): UsageWatch {
  let ids = extensionProcesses(profile);
  let peak = 0;
  let looks = 0;

  const now = () =>
    Math.max(0, ...ids.map((id) => Number(/^RssAnon:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0) * 1024));

  function look(): void {
    if (++looks % LOOK_EVERY === 0) ids = extensionProcesses(profile);
    peak = Math.max(peak, now());
  }

  const timer = setInterval(look, EVERY_MS);
  return {
    peak() {
      look();
      const seen = peak;
      peak = 0;
      return seen;
    },
    now,
    busy: () => ids.reduce((sum, id) => sum + ticksOf(read(`/proc/${id}/stat`)) * TICK_MS, 0),
    stop: () => clearInterval(timer),
  };
}

/** The sum of fields 14 and 15; field 2, the program's name in parentheses, may contain anything. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** A file's text; empty when the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
