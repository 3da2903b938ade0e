import { readFileSync } from 'node:fs';
import { extensionProcesses } from '../../tests/browser/processes.ts';

/** What the processes of the extension's pages use. */
export interface UsageWatch {
  /** The most memory that one of them has had since it was asked last, in bytes; 0 where the system has no `/proc`. */
  peak(): number;
  /** What the largest has now. */
  now(): number;
  /** Milliseconds of processor time of all of them until now. On a machine that does other work, too, a clock tells little. */
  busy(): number;
  stop(): void;
}

const EVERY_MS = 50;
/** Processes come and go. */
const LOOK_EVERY = 20;
/** Of Linux: 100 ticks a second. */
const TICK_MS = 10;

/** Memory of their own only: what the browser's program file takes is shared by all its processes, and none of ours. */
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

/** Fields 14 and 15; the second is the program's name in brackets, which may hold anything. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Empty when the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
