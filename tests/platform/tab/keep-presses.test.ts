import { expect, test, vi } from 'vitest';
import { toVideoId } from '../../../core/video/video-id.ts';
import type { PageEvent, PagePort } from '../../../platform/ports.ts';
import { keepPresses } from '../../../platform/tab/keep-presses.ts';

const videoId = toVideoId('v0gjI__RyCY');
if (!videoId) throw new Error('no id');
const press = (id: string): PageEvent => ({ type: 'mark', videoId, time: 5, rate: 1, id });

test('a mark pressed before the marks are loaded is made when they are, and once', () => {
  const listeners = new Set<(event: PageEvent) => void>();
  const page = {
    subscribe(listener: (event: PageEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as PagePort;
  const emit = (event: PageEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  const kept = keepPresses(page);
  emit(press('first'));
  emit({ type: 'step', videoId, by: 1 } as PageEvent);
  const listener = vi.fn();
  const stop = kept.subscribe(listener);
  emit(press('second'));
  expect(listener.mock.calls).toEqual([[press('first')], [press('second')]]);

  stop();
  kept.subscribe(listener);
  expect(listener).toHaveBeenCalledTimes(2);
  expect(listeners.size).toBe(1);
});
