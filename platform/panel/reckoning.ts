import type { ClockReading } from '../ports.ts';

/** How often the reckoned time is told between two readings. */
const EVERY_MS = 250;
/** Without a word from the page for this long nothing is reckoned any more: the tab may sleep. */
const TRUST_MS = 2500;

/** Dead reckoning between the page's readings, so that the page itself has to tell the time only once a second. */
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
        const time = reading.time + (passed / 1000) * reading.rate;
        tell({ ...reading, time: Math.min(time, reading.duration ?? time) });
      }, EVERY_MS);
    },
    stop,
  };
}
