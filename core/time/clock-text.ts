import type { Seconds } from './seconds.ts';

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/;

/**
 * Writes seconds as a viewer reads them: `0:05`, `12:34`, `2:15:35`.
 * Fractions are cut off, not rounded, so that a jump never lands before the time shown.
 */
export function formatClock(seconds: Seconds): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = String(whole % 60).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** Reads `M:SS`, `H:MM:SS` (with an optional fraction); `null` for any other text. */
export function parseClock(text: string): Seconds | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [, h, m, s, fraction] = match;
  const minutes = Number(m);
  const seconds = Number(s);
  if (seconds > 59 || (h !== undefined && minutes > 59)) return null;
  return Number(h ?? 0) * 3600 + minutes * 60 + seconds + Number(`0.${fraction ?? 0}`);
}

/** The same, always with hours: `0:03:29`. It must be quoted in YAML, because YAML 1.1 reads it as a number. */
export function formatLongClock(seconds: Seconds): string {
  const clock = formatClock(seconds);
  return clock.split(':').length === 3 ? clock : `0:${clock.padStart(5, '0')}`;
}
