import { extrapolate, isUnexpected } from '../../core/session/extrapolate.ts';
import { LONGEST_SILENCE_MS } from '../messaging/page-messages.ts';
import type { ClockReading } from '../ports.ts';

/** Sends a reading only when the receivers' extrapolation would be wrong, and as a heartbeat. */
export interface ClockTeller {
  tell(reading: ClockReading): void;
  /** A new receiver, or one that dropped its state: send the next reading in any case. */
  forget(): void;
}

export function createClockTeller(send: (reading: ClockReading) => void): ClockTeller {
  /** The last reading sent, and when. */
  let told: { readonly reading: ClockReading; readonly at: number } | null = null;
  return {
    tell(reading) {
      const now = performance.now();
      if (told) {
        const passed = now - told.at;
        if (passed < LONGEST_SILENCE_MS && !isUnexpected(reading, extrapolate(told.reading, passed / 1000))) return;
      }
      told = { reading, at: now };
      send(reading);
    },
    forget() {
      told = null;
    },
  };
}
