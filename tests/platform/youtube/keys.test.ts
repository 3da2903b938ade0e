// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchKeys } from '../../../platform/youtube/keys.ts';
import { element } from './fixtures.ts';

let steps: number[];
let life: AbortController;
beforeEach(() => {
  steps = [];
  life = new AbortController();
  document.body.replaceChildren();
  watchKeys(
    () => ({ previous: '[', next: ']' }),
    (by) => steps.push(by),
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
    expect(steps).toEqual([]);
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
  expect(steps).toEqual([]);
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
