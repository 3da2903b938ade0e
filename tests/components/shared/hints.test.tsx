// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hints } from '../../../components/shared/hints.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
/** Where the pointer is. */
let under: Element | null = null;
beforeEach(async () => {
  vi.useFakeTimers();
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
  await act(async () => root.render(<Hints />));
  for (const name of ['One', 'Two']) {
    const button = document.createElement('button');
    button.dataset.hint = name;
    // What no layout and no pointer gives here.
    button.getClientRects = () => [new DOMRect(0, 100, 50, 20)] as unknown as DOMRectList;
    Object.assign(button, { matches: (selector: string) => selector.includes(':hover') && under === button });
    document.body.append(button);
  }
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

const hint = () => document.querySelector('.hint-line')?.textContent ?? null;
const passes = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const scroll = () => act(async () => void document.body.dispatchEvent(new Event('scroll')));
async function point(at: string): Promise<void> {
  under = document.querySelector(`[data-hint=${at}]`);
  await act(async () => {
    under?.dispatchEvent(new window.PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
  });
}

test('a hint that scrolling has hidden comes back under a resting pointer', async () => {
  await point('One');
  await passes(500);
  expect(hint()).toBe('One');
  await scroll();
  expect(hint()).toBeNull();
  await passes(300);
  await scroll();
  await passes(300);
  expect(hint()).toBeNull();
  await passes(200);
  expect(hint()).toBe('One');
});

test('what was scrolled away from under the pointer says nothing', async () => {
  await point('One');
  await scroll();
  under = null;
  await passes(600);
  expect(hint()).toBeNull();
  await point('Two');
  await passes(500);
  expect(hint()).toBe('Two');
});
