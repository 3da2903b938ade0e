// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageButton, type PressOutcome } from '../../../platform/youtube/page-button.ts';
import { element } from './fixtures.ts';

const TEXTS = { label: 'Notes', hint: 'Open the notes' };
const nothing = async (): Promise<PressOutcome | null> => null;
/** A trusted click, unlike a script's `click()`. */
function click(target: Element | null | undefined): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  target?.dispatchEvent(event);
}
const drawn = () => [...document.querySelectorAll('[data-sleevenotes]')];

/** Simulates IntersectionObserver, because happy-dom has no layout: by the `hidden` attribute, asynchronously as in a browser. */
class LaidOut {
  readonly #observed: Element[] = [];
  readonly #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }
  observe(target: Element): void {
    if (this.#observed.push(target) > 1) return;
    setTimeout(() => {
      const entries = this.#observed.map((each) => ({
        target: each,
        boundingClientRect: { height: each.closest('[hidden]') ? 0 : 20 },
      }));
      if (entries.length > 0) this.#tell(entries as never, this as never);
    });
  }
  disconnect(): void {
    this.#observed.length = 0;
  }
}
vi.stubGlobal('IntersectionObserver', LaidOut);
const laidOut = () => new Promise((done) => setTimeout(done, 1));

function titleLine(hidden = false): HTMLElement {
  const line = element('div', { id: 'title' }, [element('h1', {}, ['A talk'])]);
  return element('ytd-watch-metadata', hidden ? { hidden: '' } : {}, [line]);
}

beforeEach(() => document.body.replaceChildren(titleLine(true), titleLine()));

test('one button beside the visible title, however often it is shown', async () => {
  const button = createPageButton(TEXTS, nothing);
  button.show(TEXTS.hint);
  button.show(TEXTS.hint);
  await laidOut();
  button.show(TEXTS.hint);
  await laidOut();
  expect(drawn()).toHaveLength(1);
  expect(document.querySelector('ytd-watch-metadata:not([hidden]) button')?.textContent).toContain('Notes');
});

test('it comes back when YouTube rerenders the title, and disappears when removed', async () => {
  const button = createPageButton(TEXTS, nothing);
  button.show(TEXTS.hint);
  await laidOut();
  document.body.replaceChildren(titleLine());
  button.show(TEXTS.hint);
  await laidOut();
  expect(drawn()).toHaveLength(1);
  button.hide();
  expect(drawn()).toHaveLength(0);
});

test('a button removed before layout is not rendered', async () => {
  const button = createPageButton(TEXTS, nothing);
  button.show(TEXTS.hint);
  button.hide();
  await laidOut();
  expect(drawn()).toHaveLength(0);
});

test('no title, no button, no error', async () => {
  document.body.replaceChildren();
  createPageButton(TEXTS, nothing).show(TEXTS.hint);
  await laidOut();
  expect(drawn()).toHaveLength(0);
});

test('where a page cannot open the panel the button shows how, for screen readers too', async () => {
  createPageButton(TEXTS, async () => ({ text: 'Use the toolbar.' })).show(TEXTS.hint);
  await laidOut();
  click(document.querySelector('button'));
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe('Use the toolbar.'));
});

test('the button’s message disappears when the panel is open', async () => {
  const button = createPageButton(TEXTS, async () => ({ text: 'Use the toolbar.' }));
  button.show(TEXTS.hint);
  await laidOut();
  click(document.querySelector('button'));
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).not.toBe(''));
  button.quiet();
  expect(document.querySelector('[role=status]')?.textContent).toBe('');
});

const said = () => document.querySelector('[role=status]')?.textContent;

describe('what is said for two seconds', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('stands beside the button, which stays', async () => {
    const button = createPageButton(TEXTS, nothing);
    button.show(TEXTS.hint);
    await vi.advanceTimersByTimeAsync(10);
    button.say('Marked 12:34');
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toBe('Marked 12:34');
    await vi.advanceTimersByTimeAsync(1800);
    expect(said()).toBe('Marked 12:34');
    await vi.advanceTimersByTimeAsync(200);
    expect(said()).toBe('');
    expect(drawn()).toHaveLength(1);
  });

  test('brings a button where there is none, and takes it along', async () => {
    const button = createPageButton(TEXTS, nothing);
    button.say('Marked 12:34');
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toBe('Marked 12:34');
    await vi.advanceTimersByTimeAsync(2000);
    expect(drawn()).toHaveLength(0);
  });

  test('is the last of several, for its whole time', async () => {
    const button = createPageButton(TEXTS, nothing);
    button.say('Marked 12:34');
    await vi.advanceTimersByTimeAsync(1500);
    button.say('Marked 12:36');
    await vi.advanceTimersByTimeAsync(1500);
    expect(said()).toBe('Marked 12:36');
  });

  test('is gone with the video', async () => {
    const button = createPageButton(TEXTS, nothing);
    button.say('Marked 12:34');
    await vi.advanceTimersByTimeAsync(100);
    button.hide();
    button.show(TEXTS.hint);
    await vi.advanceTimersByTimeAsync(5000);
    expect(said()).toBe('');
    expect(drawn()).toHaveLength(1);
  });
});

test('where the browser showed nothing the button offers the way out', async () => {
  const run = vi.fn();
  createPageButton(TEXTS, async () => ({ text: 'Nothing came.', action: { label: 'As a tab', run } })).show(TEXTS.hint);
  await laidOut();
  click(document.querySelector('button'));
  const action = await vi.waitFor(() => {
    const found = document.querySelector<HTMLButtonElement>('[role=status] button');
    expect(found?.textContent).toBe('As a tab');
    return found;
  });
  action?.click();
  expect(run).not.toHaveBeenCalled();
  click(action);
  expect(run).toHaveBeenCalledOnce();
  expect(document.querySelector('[role=status]')?.textContent).toBe('');
});

test('a script’s click opens nothing; fast clicks by the viewer open the panel once', async () => {
  const press = vi.fn(nothing);
  createPageButton(TEXTS, press).show(TEXTS.hint);
  await laidOut();
  const button = document.querySelector('button');
  for (let times = 0; times < 10; times++) button?.click();
  expect(press).not.toHaveBeenCalled();
  for (let times = 0; times < 10; times++) click(button);
  expect(press).toHaveBeenCalledOnce();
  await new Promise((done) => setTimeout(done));
  click(button);
  expect(press).toHaveBeenCalledTimes(2);
});
