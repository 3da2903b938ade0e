// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { askClock, askFacts, askSeek } from '../../../platform/youtube/ask-player.ts';
import { ASK, TELL } from '../../../platform/youtube/player-questions.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => stop.abort());

/** A page script that answers our requests in place of YouTube's player. */
function forge(answer: (asked: string) => unknown): void {
  document.addEventListener(
    ASK,
    (event) => {
      document.dispatchEvent(new CustomEvent(TELL, { detail: answer((event as CustomEvent<string>).detail) }));
    },
    { signal: stop.signal },
  );
}
const telling = (told: unknown) => (asked: string) => JSON.stringify([JSON.parse(asked)[0], told]);

describe('a hostile page', () => {
  test.each([
    ['a wrong id', telling({ id: 'nope', time: 5 })],
    ['an id of the wrong type', telling({ id: 7, time: 5 })],
    ['a list', telling([1, 2])],
    ['text that is not JSON', () => 'constructor'],
    ['an object where text belongs', () => ({ id: A, time: 5 })],
    ['no detail', () => undefined],
    ['ten megabytes', () => JSON.stringify('x'.repeat(10_000_000))],
    ['an answer to another question', () => JSON.stringify([-1, { id: A, time: 5 }])],
    ['keys of the prototype', (asked: string) => `[${JSON.parse(asked)[0]},{"__proto__":{"id":"${A}","time":5}}]`],
  ])('that answers with %s is not believed', (_, answer) => {
    forge(answer);
    expect(askClock()).toBeNull();
    expect(askSeek(A, 5)).toBeNull();
    expect(({} as { id?: unknown }).id).toBeUndefined();
  });

  test('that answers after our own script is ignored, and that is logged once', () => {
    warn.mockClear();
    const both = (first: unknown, second: unknown) => {
      forge(telling(first));
      forge(telling(second));
      const told = askClock();
      stop.abort();
      stop = new AbortController();
      return told;
    };
    expect(both({ id: A, time: 5 }, { id: A, time: 9 })).toMatchObject({ time: 5 });
    expect(both(null, { id: A, time: 9 })).toBeNull();
    expect(both({ id: A, time: 5 }, { id: 'bbbbbbbbbbb', time: 9 })).toMatchObject({ id: A });
    expect(warn).toHaveBeenCalledExactlyOnceWith('Sleevenotes ignored a second answer to one question.');
  });

  test('that answers without a request is ignored', () => {
    document.dispatchEvent(new CustomEvent(TELL, { detail: JSON.stringify([1, { id: A, time: 5 }]) }));
    expect(askClock()).toBeNull();
  });

  test('cannot put wrong numbers into chapters or the clock', () => {
    forge(telling({ id: A, time: 'NaN', duration: -1, live: 'yes', title: 'x'.repeat(5000), ad: 1 }));
    expect(askClock()).toEqual({ id: A, time: null, duration: null, live: false, title: null, ad: false });
    stop.abort();
    stop = new AbortController();
    forge(telling({ origin: 'me', description: 7, chapters: [{ start: -1, title: 'x' }] }));
    expect(askFacts(A)).toEqual({ origin: 'unknown', description: '', chapters: [] });
  });

  test('cannot fill the console: each kind of nonsense is logged once', () => {
    warn.mockClear();
    forge(telling({ id: 'nope' }));
    for (let i = 0; i < 100; i++) askClock();
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
  });
});

test('without an answer: null, and no message', () => {
  warn.mockClear();
  expect(askClock()).toBeNull();
  expect(askFacts(A)).toBeNull();
  expect(warn).not.toHaveBeenCalled();
});
