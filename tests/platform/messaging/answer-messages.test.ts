import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (data: unknown, sender: object, sendResponse: (answer: unknown) => void) => unknown;
let listeners: Listener[];

/** Sends as Chromium does without a polyfill: an answer comes by `sendResponse`, later only after a listener returned `true`. */
function send(data: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const waiting = listeners.map((listener) => listener(data, { id: 'sender' }, resolve));
    if (!waiting.includes(true)) resolve('no answer');
  });
}

beforeEach(() => {
  listeners = [];
  const onMessage = { addListener: (listener: Listener) => listeners.push(listener) };
  vi.stubGlobal('chrome', { runtime: { onMessage } });
  vi.resetModules();
});

async function answering(answer: (data: unknown) => Promise<unknown> | undefined): Promise<void> {
  const { answerMessages } = await import('../../../platform/messaging/answer-messages.ts');
  answerMessages(answer);
}

test('the answer of the listener that the message is for reaches the sender', async () => {
  await answering((data) => (data === 'time' ? Promise.resolve(7) : undefined));
  await answering((data) => (data === 'title' ? Promise.resolve('Talk') : undefined));
  expect([await send('time'), await send('title'), await send('other')]).toEqual([7, 'Talk', 'no answer']);
});

test('a listener that fails leaves no sender waiting, and says why in the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await answering(() => Promise.reject(new Error('The disk is full')));
  expect(await send('mark')).toBeNull();
  expect(warn.mock.calls.flat().join(' ')).toContain('The disk is full');
});
