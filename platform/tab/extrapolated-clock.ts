import { reckon } from '../../core/session/reckon.ts';
import { LONGEST_SILENCE_MS } from '../messaging/page-messages.ts';
import type { ClockReading } from '../ports.ts';

/** How often the reckoned time is told between two readings. */
const EVERY_MS = 250;
/** A page that has missed two of its words: its tab may sleep, and nothing is reckoned any more. */
const TRUST_MS = 2.5 * LONGEST_SILENCE_MS;

/** A message is never on its way for longer. */
const LATEST_MS = 1000;

/** Dead reckoning between the page's readings, so that the page has to tell the time only when it is another one. */
export interface Reckoning {
  /**
   * Tells this reading and goes on from it; a clock that stands still needs no reckoning.
   * @param at When it was read, in milliseconds since 1970: a page of ours that is busy hears of it late.
   */
  from(reading: ClockReading, at: number): void;
  stop(): void;
}

export function createReckoning(tell: (reading: ClockReading) => void): Reckoning {
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    from(reading, at) {
      stop();
      // A wall clock that was put right meanwhile must not move the video's.
      const late = Math.min(Math.max(0, Date.now() - at), LATEST_MS);
      tell(reckon(reading, late / 1000));
      if (!reading.playing || reading.ad) return;
      const since = performance.now() - late;
      timer = setInterval(() => {
        const passed = performance.now() - since;
        if (passed > TRUST_MS) return stop();
        tell(reckon(reading, passed / 1000));
      }, EVERY_MS);
    },
    stop,
  };
}
