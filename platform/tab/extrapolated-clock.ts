import { extrapolate } from '../../core/session/extrapolate.ts';
import { LONGEST_SILENCE_MS } from '../messaging/page-messages.ts';
import type { ClockReading } from '../ports.ts';

/** Interval of extrapolated readings. */
const EVERY_MS = 250;
/** After two missed heartbeats, stop extrapolating: the tab may be suspended. */
const TRUST_MS = 2.5 * LONGEST_SILENCE_MS;

/** Longest latency of a message that is believed. */
const LATEST_MS = 1000;

/** Extrapolates between the page's readings, so that the page only has to send those that differ. */
export interface ExtrapolatedClock {
  /**
   * Reports this reading and extrapolates from it; a paused clock needs no extrapolation.
   * @param at When it was read, in milliseconds since 1970: a busy page of ours receives it late.
   */
  from(reading: ClockReading, at: number): void;
  stop(): void;
}

export function createExtrapolatedClock(tell: (reading: ClockReading) => void): ExtrapolatedClock {
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    from(reading, at) {
      stop();
      // An adjusted system clock must not move the video's.
      const late = Math.min(Math.max(0, Date.now() - at), LATEST_MS);
      tell(extrapolate(reading, late / 1000));
      if (!reading.playing || reading.ad) return;
      const since = performance.now() - late;
      timer = setInterval(() => {
        const passed = performance.now() - since;
        if (passed > TRUST_MS) return stop();
        tell(extrapolate(reading, passed / 1000));
      }, EVERY_MS);
    },
    stop,
  };
}
