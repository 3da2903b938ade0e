import { isUnexpected, reckon } from '../../core/session/reckon.ts';
import { LONGEST_SILENCE_MS } from '../messaging/page-messages.ts';
import type { ClockReading } from '../ports.ts';

/** Tells readings of the clock to those that reckon on by themselves: only what they would get wrong, or not hear for long. */
export interface ClockTeller {
  tell(reading: ClockReading): void;
  /** Somebody may know of nothing yet, or have dropped what it knew: the next reading is told whatever it is. */
  forget(): void;
}

export function createClockTeller(send: (reading: ClockReading) => void): ClockTeller {
  /** The reading all have, and when they got it. */
  let told: { readonly reading: ClockReading; readonly at: number } | null = null;
  return {
    tell(reading) {
      const now = performance.now();
      if (told) {
        const passed = now - told.at;
        if (passed < LONGEST_SILENCE_MS && !isUnexpected(reading, reckon(told.reading, passed / 1000))) return;
      }
      told = { reading, at: now };
      send(reading);
    },
    forget() {
      told = null;
    },
  };
}
