import { describe, expect, test } from 'vitest';
import { type KeyPress, pageKeyOf, readPageKey } from '../../../core/settings/page-keys.ts';

type Held = Partial<Omit<KeyPress, 'getModifierState'>> & { readonly altGraph?: boolean };

const press = (key: string, code = '', { altGraph = false, ...held }: Held = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...held,
  getModifierState: () => altGraph,
});

describe('the key that a press means', () => {
  test.each([
    ['a sign', press(']', 'BracketRight'), ']'],
    ['Option+6 on a German keyboard of a Mac', press(']', 'Digit6', { altKey: true }), ']'],
    ['Option+Shift+8 there', press('{', 'Digit8', { altKey: true }), '{'],
    ['AltGr+9 on Linux', press(']', 'Digit9', { altGraph: true }), ']'],
    ['AltGr+9 on Windows', press(']', 'Digit9', { altGraph: true, altKey: true, ctrlKey: true }), ']'],
    ['a Russian layout', press('ъ', 'BracketRight'), ']'],
    ['a Russian layout, Shift', press('Ъ', 'BracketRight'), ']'],
    ['a Greek layout', press('θ', 'KeyU'), 'u'],
    ['a Hebrew layout', press('ש', 'KeyA'), 'a'],
    ['a Korean layout', press('ㅂ', 'KeyQ'), 'q'],
    ['wide signs of an input method', press('】', 'BracketRight'), ']'],
    ['ü, which is Latin', press('ü', 'BracketLeft'), 'ü'],
    ['AZERTY, where the letter counts', press('q', 'KeyA'), 'q'],
    ['a letter of another script on no known key', press('ё', 'IntlBackslash'), 'ё'],
    ['Alt with the sign that is on the key', press(']', 'BracketRight', { altKey: true }), null],
    ['Alt with a letter', press('q', 'KeyA', { altKey: true }), null],
    ['Option that makes another sign', press('‘', 'BracketRight', { altKey: true, metaKey: true }), null],
    ['Ctrl', press(']', 'BracketRight', { ctrlKey: true }), null],
    ['Ctrl and Alt without AltGr', press(']', 'Digit9', { ctrlKey: true, altKey: true }), null],
    ['Cmd', press(']', 'BracketRight', { metaKey: true }), null],
    ['an accent that waits', press('Dead', 'BracketRight'), null],
    ['an input method at work', press('Process', 'BracketRight'), null],
    ['composing', press(']', 'BracketRight', { isComposing: true }), null],
  ])('%s', (_, pressed, key) => expect(pageKeyOf(pressed)).toBe(key));
});

describe('a page key', () => {
  test.each([
    ['[', press('[')],
    ['q', press('q', 'KeyQ')],
    ['F8', press('F8', 'F8')],
    ['ö', press('ö', 'Semicolon')],
    ['[', press('х', 'BracketLeft')],
    ['@', press('@', 'KeyL', { altKey: true })],
  ])('%s may be one', (key, pressed) => expect(readPageKey(pressed, [']'])).toEqual({ key }));

  test.each([
    ['youtube', press('k', 'KeyK')],
    ['youtube', press('K', 'KeyK')],
    ['youtube', press('P', 'KeyP')],
    ['youtube', press('л', 'KeyK')],
    ['youtube', press('ю', 'Period')],
    ['youtube', press(' ', 'Space')],
    ['youtube', press('7', 'Digit7')],
    ['youtube', press('ArrowLeft', 'ArrowLeft')],
    ['taken', press(']', 'BracketRight')],
    ['taken', press('ъ', 'BracketRight')],
    ['shortcut', press('q', 'KeyQ', { altKey: true })],
    ['shortcut', press('q', 'KeyQ', { ctrlKey: true })],
    ['shortcut', press('s', 'KeyS', { metaKey: true })],
    ['accent', press('Dead', 'Quote')],
    ['browser', press('F5', 'F5')],
    ['browser', press('F12', 'F12')],
    ['unfit', press('Enter', 'Enter')],
    ['unfit', press('Insert', 'Insert')],
  ] as const)('%s refuses %o', (why, pressed) => expect(readPageKey(pressed, [']'])).toEqual({ why }));
});
