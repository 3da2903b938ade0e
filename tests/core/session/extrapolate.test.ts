import { expect, test } from 'vitest';
import { extrapolate, isUnexpected } from '../../../core/session/extrapolate.ts';
import type { ClockReading } from '../../../core/session/page.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const READING: ClockReading = {
  videoId: toVideoId('v0gjI__RyCY') as VideoId,
  time: 100,
  duration: 600,
  playing: true,
  rate: 1,
  ad: false,
  live: false,
};

test('the position of a playing video is extrapolated by its speed', () => {
  expect(extrapolate(READING, 3).time).toBe(103);
  expect(extrapolate({ ...READING, rate: 2 }, 3).time).toBe(106);
  expect(extrapolate({ ...READING, rate: 0.5 }, 3).time).toBe(101.5);
});

test('it stops at its end, and a live stream has none', () => {
  expect(extrapolate({ ...READING, time: 599 }, 5).time).toBe(600);
  expect(extrapolate({ ...READING, time: 599, duration: null, live: true }, 5).time).toBe(604);
});

test('a paused video, or one behind an ad, stays where it was', () => {
  expect(extrapolate({ ...READING, playing: false }, 60).time).toBe(100);
  expect(extrapolate({ ...READING, ad: true }, 60).time).toBe(100);
});

test('normal playback is expected, within the jitter of a player’s clock', () => {
  const expected = extrapolate(READING, 4);
  expect(isUnexpected({ ...READING, time: 104 }, expected)).toBe(false);
  expect(isUnexpected({ ...READING, time: 103.85 }, expected)).toBe(false);
  expect(isUnexpected({ ...READING, time: 104.15 }, expected)).toBe(false);
});

test.each<[string, Partial<ClockReading>]>([
  ['a jump ahead', { time: 105 }],
  ['a jump back', { time: 103 }],
  ['a pause', { playing: false }],
  ['another speed', { rate: 1.25 }],
  ['an ad', { ad: true }],
  ['another length', { duration: 590 }],
  ['a stream that turns out to be live', { live: true }],
  ['another video', { videoId: toVideoId('aaaaaaaaaaa') as VideoId }],
])('%s is not', (_, change) => {
  expect(isUnexpected({ ...READING, time: 104, ...change }, extrapolate(READING, 4))).toBe(true);
});

test('while paused the slightest change is unexpected', () => {
  const paused = { ...READING, playing: false };
  expect(isUnexpected({ ...paused, time: 100.04 }, extrapolate(paused, 4))).toBe(true);
});
