import type { Seconds } from '../time/seconds.ts';
import type { ClockReading } from './page.ts';

/**
 * How far a reckoned time may stray before the page tells the true one. With the quarter of a second between two reckoned
 * times it stays within the half second in which the section playing has to be right. Less would only follow the
 * unevenness of the player's own clock, and each message costs the page more than all the rest we do there.
 */
const LARGEST_DRIFT: Seconds = 0.2;

/**
 * Dead reckoning: the reading to be expected some time after another one, when the video has run on evenly since.
 * @param passed Seconds of the wall clock since `reading`, from 0 on.
 */
export function reckon(reading: ClockReading, passed: Seconds): ClockReading {
  if (!reading.playing || reading.ad) return reading;
  const time = reading.time + passed * reading.rate;
  return { ...reading, time: reading.duration === null ? time : Math.min(time, reading.duration) };
}

/** Whether a reading tells anything that was not to be expected: a jump, a pause, another speed, length or video. */
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
