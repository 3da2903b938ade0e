import type { Seconds } from '../time/seconds.ts';
import type { ClockReading } from './page.ts';

/**
 * Largest error of an extrapolated time, in seconds, before the page sends a new reading. With the quarter of a second
 * between two extrapolated times it stays within the half second in which the section playing has to be right. A smaller
 * value would only follow the jitter of the player's clock, and messages are the most expensive thing we do in the page.
 */
const LARGEST_DRIFT: Seconds = 0.2;

/**
 * The reading expected some time after another one, if the video has played on evenly since.
 * @param passed Seconds of the wall clock since `reading`, from 0 on.
 */
export function extrapolate(reading: ClockReading, passed: Seconds): ClockReading {
  if (!reading.playing || reading.ad) return reading;
  const time = reading.time + passed * reading.rate;
  return { ...reading, time: reading.duration === null ? time : Math.min(time, reading.duration) };
}

/** Whether a reading differs from the extrapolation: a jump, a pause, another speed, length or video. */
export function isUnexpected(reading: ClockReading, expected: ClockReading): boolean {
  return (
    reading.videoId !== expected.videoId ||
    reading.playing !== expected.playing ||
    reading.rate !== expected.rate ||
    reading.ad !== expected.ad ||
    reading.live !== expected.live ||
    reading.duration !== expected.duration ||
    Math.abs(reading.time - expected.time) > (reading.playing ? LARGEST_DRIFT : 0)
  );
}
