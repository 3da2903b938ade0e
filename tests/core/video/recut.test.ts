import { expect, test } from 'vitest';
import { lengthDifference, wasRecut } from '../../../core/video/recut.ts';

test.each([
  ['the same length', 8135, 8135, false],
  ['a trimmed end card', 8135, 8120, false],
  ['an advertisement read cut out of two hours', 8135, 8070, true],
  ['three seconds off a short one', 100, 97, true],
  ['one second off a short one', 100, 99, false],
  ['a note that does not say', null, 8135, false],
  ['a live stream', 8135, null, false],
  ['a premiere without a length yet', 8135, 0, false],
] as const)('%s', (_, noted, actual, recut) => {
  expect(wasRecut(noted, actual)).toBe(recut);
});

test.each([
  ['an advertisement of half a minute', 8135, 8165, 30],
  ['a trimmed end card', 8135, 8120, -15],
  ['padding', 8135, 8139, 0],
  ['a note that gives whole minutes', 8160, 8135, 0],
  ['whole minutes, and much cut out', 8160, 7900, -260],
  ['three seconds off a short one', 100, 97, -3],
  ['a note that does not say', null, 8135, 0],
  ['a live stream', 8135, null, 0],
  ['a premiere without a length yet', 8135, 0, 0],
] as const)('how much lengths differ: %s', (_, noted, actual, difference) => {
  expect(lengthDifference(noted, actual)).toBe(difference);
});
