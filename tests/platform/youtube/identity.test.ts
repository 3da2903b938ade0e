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

test('a signal is followed at once, and one that comes soon after it a little later', () => {
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

test('a page that fires its signals by the thousand is not followed as often', () => {
  for (let times = 0; times < 10_000; times++) fire();
  vi.advanceTimersByTime(1000);
  expect(look).toHaveBeenCalledTimes(2);
});

test('once the extension is gone nothing is followed any more', () => {
  fire();
  fire();
  life.abort();
  fire();
  vi.advanceTimersByTime(1000);
  expect(look).toHaveBeenCalledTimes(1);
});
