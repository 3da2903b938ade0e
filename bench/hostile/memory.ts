import { readdirSync, readFileSync } from 'node:fs';

/** Watches the memory of some processes. */
export interface MemoryWatch {
  /** The largest that one of them has had since it was asked last, in bytes; `null` where the system has no `/proc`. */
  peak(): number | null;
  stop(): void;
}

const EVERY_MS = 30;
/** Processes come and go. */
const LOOK_EVERY = 30;

/**
 * Memory of their own: what the browser's program file takes is shared by all its processes, and none of ours.
 *
 * @param isOurs Told of every process's command line.
 */
export function watchMemory(isOurs: (commandLine: string) => boolean): MemoryWatch {
  let ids: readonly string[] = [];
  let peak: number | null = null;
  let looks = 0;

  function look(): void {
    if (looks++ % LOOK_EVERY === 0) ids = processes().filter((id) => isOurs(read(`/proc/${id}/cmdline`)));
    for (const id of ids) {
      const [, kilobytes] = /^RssAnon:\s+(\d+)/m.exec(read(`/proc/${id}/status`)) ?? [];
      if (kilobytes) peak = Math.max(peak ?? 0, Number(kilobytes) * 1024);
    }
  }

  const timer = setInterval(look, EVERY_MS);
  return {
    peak() {
      look();
      const seen = peak;
      peak = null;
      return seen;
    },
    stop: () => clearInterval(timer),
  };
}

function processes(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Empty when the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
