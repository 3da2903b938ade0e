// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onPageSignals } from '../../../platform/youtube/identity.ts';

let life: AbortController;
const look = vi.fn();
const fire = () => document.dispatchEvent(new Event('yt-navigate-finish'));
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  look.mockClear();
  onPageSignals(look, life.signal);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('a signal is handled at once, and one soon after it a little later', () => {
  fire();
  expect(look).toHaveBeenCalledTimes(1);
  fire();
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(look).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(look).toHaveBeenCalledTimes(2);
  fire();
  expect(look).toHaveBeenCalledTimes(3);
});

test('thousands of signals are throttled', () => {
  for (let times = 0; times < 10_000; times++) fire();
  vi.advanceTimersByTime(1000);
  expect(look).toHaveBeenCalledTimes(2);
});

test('signals are ignored after the extension has been removed', () => {
  fire();
  fire();
  life.abort();
  fire();
  vi.advanceTimersByTime(1000);
  expect(look).toHaveBeenCalledTimes(1);
});
