import { expect, test } from 'vitest';
import { basisOf, isUnsure } from '../../../core/timeline/basis.ts';
import type { SectionTime, Timeline, TimeSource } from '../../../core/timeline/timeline.ts';

const time = (source: TimeSource, width: number): SectionTime => ({
  section: 'one',
  start: 100,
  earliest: 100 - width / 2,
  latest: 100 + width / 2,
  source,
});
const timeline = (...sections: readonly SectionTime[]): Timeline => ({ sections, duration: 600, ordered: true });

test.each([
  ['set by the viewer', time('viewer', 0), false],
  ['given in the note', time('author', 0), false],
  ['given in the note of another cut', time('author', 6), true],
  ['found in the transcript', time('transcript', 8), false],
  ['lost in the transcript', time('transcript', 120), true],
  ['at the edge', time('chapters', 30), false],
  ['beyond it', time('chapters', 31), true],
  ['guessed', time('duration', 200), true],
])('a time %s', (_, each, unsure) => {
  expect(isUnsure(each)).toBe(unsure);
});

test('times found in the transcript are sure, but for those that are not', () => {
  const basis = basisOf(timeline(time('original', 2), time('transcript', 4), time('transcript', 80)));
  expect(basis).toEqual({ source: 'transcript', slack: null, unsure: 1 });
});

test('times by chapters say how far off they may be', () => {
  const basis = basisOf(timeline(time('chapters', 100), time('chapters', 130), time('duration', 400)));
  expect(basis).toEqual({ source: 'chapters', slack: 60, unsure: 3 });
});

test('a guess stays one when the first section is known to start at the start', () => {
  const basis = basisOf(timeline(time('duration', 0), time('duration', 300), time('duration', 380)));
  expect(basis).toEqual({ source: 'duration', slack: 180, unsure: 2 });
});

test('a guess stays one in a note of two sections', () => {
  expect(basisOf(timeline(time('duration', 0), time('duration', 300)))).toMatchObject({ slack: 180, unsure: 1 });
});

test('a correction or two are not what the rest rests on; where all are corrected it is', () => {
  const mixed = timeline(time('viewer', 0), time('viewer', 0), time('chapters', 20));
  expect(basisOf(mixed)?.source).toBe('chapters');
  expect(basisOf(timeline(time('viewer', 0), time('viewer', 0)))).toEqual({ source: 'viewer', slack: null, unsure: 0 });
});

test('nothing rests on anything without sections', () => {
  expect(basisOf(timeline())).toBeNull();
});
