import { expect, test } from 'vitest';
import { locate } from '../../../core/timeline/locate.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import { toTimestamps } from '../../../core/timeline/to-timestamps.ts';

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

test('the current section is the one that started last, with its progress', () => {
  expect(locate(timelineOf(0, 20, 60), 30)).toEqual({ index: 1, section: 's2', progress: 0.25, length: 40 });
  expect(locate(timelineOf(0, 20, 60), 20)).toEqual({ index: 1, section: 's2', progress: 0, length: 40 });
  expect(locate(timelineOf(0, 20, 60), 80)).toEqual({ index: 2, section: 's3', progress: 0.5, length: 40 });
});

test('before the first section there is no current one', () => {
  expect(locate(timelineOf(10, 20), 5)).toBeNull();
});

test('when a heading and the section below it start together, the section is current', () => {
  expect(locate(timelineOf(0, 20, 20, 60), 40)).toMatchObject({ section: 's3', progress: 0.5 });
});

test('in a note out of order the time decides, not the position', () => {
  expect(locate(timelineOf(0, 60, 20), 30)).toMatchObject({ section: 's3', progress: 0.25 });
});

test('past the end the last section is over', () => {
  expect(locate(timelineOf(0, 20), 500)).toMatchObject({ section: 's2', progress: 1 });
});

test('all starts can be written into the note', () => {
  expect(toTimestamps(timelineOf(0, 20.9))).toEqual({ s1: 0, s2: 20 });
});
