import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import type { ClockReading } from '../../../platform/ports.ts';
import { createExtrapolatedClock } from '../../../platform/tab/extrapolated-clock.ts';
import { createClockTeller } from '../../../platform/youtube/clock-teller.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const READING: ClockReading = {
  videoId: toVideoId('v0gjI__RyCY') as VideoId,
  time: 100,
  duration: 8135,
  playing: true,
  rate: 1,
  ad: false,
  live: false,
};

/** A page and a panel connected directly; the page reads its clock once a second. */
function pageAndPanel() {
  const heard: ClockReading[] = [];
  const seen: ClockReading[] = [];
  const extrapolated = createExtrapolatedClock((reading) => seen.push(reading));
  const teller = createClockTeller((reading) => {
    heard.push(reading);
    extrapolated.from(reading, Date.now());
  });
  return {
    heard,
    seen,
    teller,
    play(seconds: number, from: ClockReading): ClockReading {
      let reading = from;
      for (let second = 0; second < seconds; second++) {
        vi.advanceTimersByTime(1000);
        reading = { ...reading, time: reading.time + reading.rate };
        teller.tell(reading);
      }
      return reading;
    },
  };
}

test('during minutes of normal playback the panel is never half a second off, with a quarter of the messages', () => {
  const { heard, seen, teller, play } = pageAndPanel();
  teller.tell(READING);
  let reading = READING;
  for (let second = 0; second < 120; second++) {
    reading = play(1, reading);
    expect(Math.abs((seen.at(-1)?.time ?? 0) - reading.time)).toBeLessThan(0.5);
  }
  expect(heard.length).toBeLessThanOrEqual(31);
  expect(heard.length).toBeGreaterThan(20);
});

test('an unexpected change is sent at once', () => {
  const { heard, seen, teller, play } = pageAndPanel();
  teller.tell(READING);
  let reading = play(2, READING);
  for (const change of [{ time: 4000 }, { rate: 2 }, { ad: true }, { ad: false }, { playing: false }]) {
    const before = heard.length;
    reading = { ...reading, ...change };
    teller.tell(reading);
    expect(heard.length, JSON.stringify(change)).toBe(before + 1);
    expect(seen.at(-1)).toEqual(reading);
  }
});

test('a paused video is reported once, and again to a later receiver', () => {
  const { heard, teller } = pageAndPanel();
  const paused = { ...READING, playing: false };
  for (let time = 0; time < 5; time++) teller.tell(paused);
  expect(heard).toEqual([paused]);
  teller.forget();
  teller.tell(paused);
  expect(heard).toEqual([paused, paused]);
});

test('extrapolation stops when a page stops sending', () => {
  const { seen, teller } = pageAndPanel();
  teller.tell(READING);
  vi.advanceTimersByTime(60_000);
  const last = seen.length;
  expect(seen.at(-1)?.time).toBeLessThan(115);
  vi.advanceTimersByTime(60_000);
  expect(seen.length).toBe(last);
});

test('a panel that is late in reading a message extrapolates from the message’s time', () => {
  const seen: ClockReading[] = [];
  const extrapolated = createExtrapolatedClock((reading) => seen.push(reading));
  const at = Date.now();
  vi.advanceTimersByTime(400);
  extrapolated.from(READING, at);
  expect(seen.at(-1)?.time).toBeCloseTo(100.4);
  vi.advanceTimersByTime(1000);
  expect(seen.at(-1)?.time).toBeCloseTo(101.4);
});
