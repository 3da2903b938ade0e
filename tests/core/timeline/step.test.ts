import { expect, test } from 'vitest';
import { step } from '../../../core/timeline/step.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';

const timeline = (...starts: readonly number[]): Timeline => ({
  sections: starts.map((start) => ({ section: `s${start}`, start, earliest: start, latest: start, source: 'author' })),
  duration: 1000,
  ordered: true,
});

test.each([
  ['next, in the middle of a section', 150, 1, 200],
  ['next, exactly at a start', 100, 1, 200],
  ['next, in the last section', 250, 1, null],
  ['previous, well into a section: back to its start', 150, -1, 100],
  ['previous, just after a start: the one before', 101, -1, 0],
  ['previous, at the very beginning: the beginning', 1, -1, 0],
] as const)('%s', (_, from, by, expected) => {
  expect(step(timeline(0, 100, 200), from, by)).toBe(expected);
});

test('a note that does not follow the talk is stepped through in the talk’s order', () => {
  expect(step(timeline(200, 0, 100), 50, 1)).toBe(100);
});

test('before the first section there is no previous one', () => {
  expect(step(timeline(100, 200), 50, -1)).toBeNull();
});
