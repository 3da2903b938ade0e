import { expect, test } from 'vitest';
import { calibrate, calibratedStart, toTimestamps, withoutCalibration } from '../../../core/timeline/calibrate.ts';
import { locate } from '../../../core/timeline/locate.ts';
import type { Anchor, Timeline } from '../../../core/timeline/timeline.ts';

function timelineOf(...starts: readonly number[]): Timeline {
  const sections = starts.map((start, i) => ({
    section: `s${i + 1}`,
    start,
    earliest: start,
    latest: start,
    source: 'transcript' as const,
  }));
  return { sections, duration: 100, ordered: true };
}

test('the section that plays is the one that started last, with its share of the time', () => {
  expect(locate(timelineOf(0, 20, 60), 30)).toEqual({ index: 1, section: 's2', progress: 0.25, length: 40 });
  expect(locate(timelineOf(0, 20, 60), 20)).toEqual({ index: 1, section: 's2', progress: 0, length: 40 });
  expect(locate(timelineOf(0, 20, 60), 80)).toEqual({ index: 2, section: 's3', progress: 0.5, length: 40 });
});

test('before the first section nothing plays', () => {
  expect(locate(timelineOf(10, 20), 5)).toBeNull();
});

test('a heading and the section below it start together: the section is meant', () => {
  expect(locate(timelineOf(0, 20, 20, 60), 40)).toMatchObject({ section: 's3', progress: 0.5 });
});

test('in a note out of order the time decides, not the place', () => {
  expect(locate(timelineOf(0, 60, 20), 30)).toMatchObject({ section: 's3', progress: 0.25 });
});

test('past the end the last section is over', () => {
  expect(locate(timelineOf(0, 20), 500)).toMatchObject({ section: 's2', progress: 1 });
});

test('a correction takes the place of an earlier one of its section, and can be forgotten', () => {
  const author: Anchor = { section: 's1', start: 3, by: 'author' };
  const once = calibrate([author], 's2', 20);
  const twice = calibrate(once, 's2', 25);
  expect(twice).toEqual([author, { section: 's2', start: 25, by: 'viewer' }]);
  expect(calibratedStart(twice, 's2')).toBe(25);
  expect(calibratedStart(twice, 's1')).toBeNull();
  expect(withoutCalibration(twice, 's2')).toEqual([author]);
});

test('a correction before the beginning means the beginning', () => {
  expect(calibrate([], 's1', -2)).toEqual([{ section: 's1', start: 0, by: 'viewer' }]);
});

test('all starts can be written into the note', () => {
  expect(toTimestamps(timelineOf(0, 20.9))).toEqual({ s1: 0, s2: 20 });
});
