import type { Seconds } from '../time/seconds.ts';
import { readCueTime } from './cue-time.ts';

const FRAMES = /^(\d{1,4}):(\d{1,2}):(\d{1,2}):(\d{1,6})(?:\.\d{1,6})?$/u;
const OFFSET = /^(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?$/u;

/** Reads the times of one TTML document, whose root may say how long a frame and a tick are. */
export function createTtmlClock() {
  let frameRate = 30;
  let tickRate: number | null = null;
  return {
    /** @param root The attributes of `tt`. */
    configure(root: ReadonlyMap<string, string>): void {
      const [numerator = 1, denominator = 1] = (root.get('frameRateMultiplier') ?? '').split(/[ :]/u).map(Number);
      const rate = Number(root.get('frameRate') ?? 30) * ((numerator || 1) / (denominator || 1));
      frameRate = rate > 0 ? rate : 30;
      const ticks = Number(root.get('tickRate'));
      tickRate = ticks > 0 ? ticks : null;
    },
    /** `00:00:01.5`, `00:00:01:12` with frames, `1.5s`, `1500ms`, `45f`, `15000000t`; `null` for anything else. */
    read(text: string): Seconds | null {
      const trimmed = text.trim();
      const [, h, m, s, frames] = FRAMES.exec(trimmed) ?? [];
      if (frames !== undefined) return Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(frames) / frameRate;
      const [, count, unit = 's'] = OFFSET.exec(trimmed) ?? [];
      if (count === undefined) return readCueTime(trimmed);
      const lengths: Readonly<Record<string, number>> = {
        h: 3600,
        m: 60,
        s: 1,
        ms: 1 / 1000,
        f: 1 / frameRate,
        t: 1 / (tickRate ?? frameRate),
      };
      return Number(count) * (lengths[unit] ?? 1);
    },
  };
}
