import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inParts } from '../../../components/shared/in-parts.ts';

let clock = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work of so many steps, each of which takes a millisecond. */
function* steps(count: number): Generator<undefined, number> {
  for (let step = 0; step < count; step++) {
    clock += 1;
    yield;
  }
  return count;
}

test('short work is done at once', () => {
  const done = vi.fn();
  inParts(steps(3), done);
  expect(done).toHaveBeenCalledExactlyOnceWith(3);
});

test('long work lets others run in between, and no part holds them up for 50 ms', () => {
  const done = vi.fn();
  inParts(steps(200), done);
  let longest = 0;
  while (done.mock.calls.length === 0) {
    const before = clock;
    vi.advanceTimersToNextTimer();
    longest = Math.max(longest, clock - before);
  }
  expect(longest).toBeLessThan(50);
  expect(done).toHaveBeenCalledExactlyOnceWith(200);
});

test('stopped work is never done', () => {
  const done = vi.fn();
  inParts(steps(200), done)();
  vi.runAllTimers();
  expect(done).not.toHaveBeenCalled();
});
