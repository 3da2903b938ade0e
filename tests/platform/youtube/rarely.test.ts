import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rarely } from '../../../platform/youtube/rarely.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call is made at once, and of calls soon after it only the last', () => {
  const heard: number[] = [];
  const tell = rarely((value: number) => heard.push(value));
  for (let value = 0; value < 10_000; value++) tell(value);
  expect(heard).toEqual([0]);
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual([0, 9999]);
  tell(1);
  expect(heard).toEqual([0, 9999, 1]);
});
