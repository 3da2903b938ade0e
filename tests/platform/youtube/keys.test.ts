// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchKeys } from '../../../platform/youtube/keys.ts';
import { element } from './fixtures.ts';

let steps: number[];
let marks: number;
let life: AbortController;
beforeEach(() => {
  steps = [];
  marks = 0;
  life = new AbortController();
  document.body.replaceChildren();
  watchKeys(
    () => ({ previous: '[', next: ']', mark: 'x' }),
    (name) => {
      if (name === 'mark') marks += 1;
      else steps.push(name === 'next' ? 1 : -1);
    },
    life.signal,
  );
});
afterEach(() => life.abort());

function press(
  key: string,
  target: Element = document.body,
  { isTrusted = true, ...more }: KeyboardEventInit & { isTrusted?: boolean } = {},
): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  // happy-dom reports any Alt as AltGr.
  Object.defineProperty(event, 'getModifierState', { value: () => more.modifierAltGraph ?? false });
  target.dispatchEvent(event);
}

test('the two keys step back and forth', () => {
  press(']');
  press('[');
  expect(steps).toEqual([1, -1]);
});

test.each([...'kjlmftiocwnpNP<>,./?0123456789 -+=', 'Home', 'End', 'Escape', 'ArrowLeft', 'ArrowRight', 'Enter'])(
  'YouTube’s own key %j is left alone',
  (key) => {
    press(key);
    expect(steps).toEqual([]);
  },
);

test('the key for marks marks, and steps nowhere', () => {
  press('x');
  expect([marks, steps]).toEqual([1, []]);
});

test('a key that is switched off is left to the page', () => {
  life.abort();
  life = new AbortController();
  watchKeys(
    () => ({ mark: '' }),
    () => marks++,
    life.signal,
  );
  for (const key of ['', ']', 'x', 'Unidentified']) press(key);
  expect(marks).toBe(0);
});

describe('silent while typing', () => {
  test.each([
    ['a search field', () => element('input', {})],
    ['a text area', () => element('textarea', {})],
    ['a comment', () => Object.assign(element('div', { contenteditable: 'true' }), {})],
    ['a box that says it is one', () => element('div', { role: 'textbox' })],
    ['a list to choose from', () => element('select', {})],
  ])('in %s', (_, make) => {
    const field = make();
    if (field.getAttribute('contenteditable')) Object.defineProperty(field, 'isContentEditable', { value: true });
    document.body.append(field);
    press(']', field);
    press('x', field);
    expect([marks, steps]).toEqual([0, []]);
  });

  test('in a field within a shadow root', () => {
    const host = element('div', {});
    document.body.append(host);
    const field = element('textarea', {});
    host.attachShadow({ mode: 'open' }).append(field);
    press(']', field);
    expect(steps).toEqual([]);
  });

  test('while an input method composes', () => {
    press(']', document.body, { isComposing: true });
    expect(steps).toEqual([]);
  });
});

test('keys with a modifier belong to the browser', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) press(']', document.body, { [modifier]: true });
  expect(steps).toEqual([]);
});

test('synthetic key presses of a script are ignored', () => {
  press(']', document.body, { isTrusted: false });
  press('x', document.body, { isTrusted: false });
  expect([marks, steps]).toEqual([0, []]);
});

describe('on other layouts', () => {
  test.each([
    ['Option+6 on a German keyboard of a Mac', ']', { code: 'Digit6', altKey: true }],
    ['AltGr', ']', { code: 'Digit9', modifierAltGraph: true, ctrlKey: true, altKey: true }],
    ['Russian letters', 'ъ', { code: 'BracketRight' }],
    ['wide signs', '】', { code: 'BracketRight' }],
  ])('%s steps', (_, key, more) => {
    press(key, document.body, more);
    expect(steps).toEqual([1]);
  });

  test('a shortcut with Alt does not, nor does an accent', () => {
    press(']', document.body, { code: 'BracketRight', altKey: true });
    press('Dead', document.body, { code: 'BracketRight' });
    expect(steps).toEqual([]);
  });
});

test('a key held down steps once', () => {
  press(']');
  press(']', document.body, { repeat: true });
  expect(steps).toEqual([1]);
});

test('a key handled by another listener is ignored', () => {
  document.addEventListener('keydown', (event) => event.preventDefault(), { signal: life.signal });
  press(']');
  expect(steps).toEqual([]);
});

test('silent once the extension is gone', () => {
  life.abort();
  press(']');
  expect(steps).toEqual([]);
});
