import { reckon } from '../../core/session/reckon.ts';
import { LONGEST_SILENCE_MS } from '../messaging/page-messages.ts';
import type { ClockReading } from '../ports.ts';

/** How often the reckoned time is told between two readings. */
const EVERY_MS = 250;
/** A page that has missed two of its words: its tab may sleep, and nothing is reckoned any more. */
const TRUST_MS = 2.5 * LONGEST_SILENCE_MS;

/** Dead reckoning between the page's readings, so that the page has to tell the time only when it is another one. */
export interface Reckoning {
  /** Goes on from this reading; a clock that stands still needs no reckoning. */
  from(reading: ClockReading): void;
  stop(): void;
}

export function createReckoning(tell: (reading: ClockReading) => void): Reckoning {
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    from(reading) {
      stop();
      if (!reading.playing || reading.ad) return;
      const since = performance.now();
      timer = setInterval(() => {
        const passed = performance.now() - since;
        if (passed > TRUST_MS) return stop();
        tell(reckon(reading, passed / 1000));
      }, EVERY_MS);
    },
    stop,
  };
}
