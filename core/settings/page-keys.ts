/** A press of a key, as a `KeyboardEvent` tells it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  getModifierState(modifier: 'AltGraph'): boolean;
}

/** Keys with signs, as on a US keyboard. Letters stand in their own codes. */
const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** What the key has on it on a US keyboard; `undefined` for digits and others. */
const onUsKeyboard = (code: string) => SIGNS[code] ?? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();

/**
 * The key that a press means: the sign typed, also where the layout needs AltGr or Option for it, and where the letter is of
 * another script than Latin (`ъ` on a Russian layout) the one on the same key of a US keyboard. `null` for a shortcut of the
 * browser or the system, for an accent that waits for its letter, and while an input method composes.
 */
export function pageKeyOf(press: KeyPress): string | null {
  const { key, code } = press;
  if (press.isComposing || key === 'Dead' || key === 'Process' || press.metaKey) return null;
  const own = onUsKeyboard(code);
  if (press.ctrlKey || press.altKey) {
    // Alt with a key that has the sign on it anyway is a shortcut, and so is Alt with a letter.
    const isTyped =
      press.getModifierState('AltGraph') || (!press.ctrlKey && /^[^\p{L}\s]$/u.test(key) && code !== '' && key !== own);
    if (!isTyped) return null;
  }
  return /^[^\p{ASCII}\p{Script=Latin}]$/u.test(key) ? (own ?? key) : key;
}

/**
 * Keys that YouTube's player uses itself, as `KeyboardEvent.key`, in lower case: play, seek, volume, speed, captions,
 * full screen and the like. Taking one would break what the viewer knows.
 */
const YOUTUBE_KEYS = new Set([
  ...'kjlmftiocwnpdb0123456789,.<>/?+-= ',
  ...['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown'],
]);

/** Function keys that browsers keep: help, search, reload, address bar, caret, full screen, developer tools. */
const BROWSER_KEYS = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12']);

/**
 * Why a key cannot be a page key. `shortcut`: pressed with Ctrl, Alt or Cmd; `accent`: it waits for a letter; `browser`: the
 * browser keeps it; `taken`: another page key; `unfit`: no letter, digit, sign or function key.
 */
export type KeyRefusal = 'youtube' | 'taken' | 'unfit' | 'shortcut' | 'accent' | 'browser';

/**
 * Whether a key may be a page key.
 * @param press The key as it was pressed.
 * @param others The other page keys.
 * @returns The key, or why it can never work on YouTube's page.
 */
export function readPageKey(
  press: KeyPress,
  others: readonly string[],
): { readonly key: string } | { readonly why: KeyRefusal } {
  if (press.key === 'Dead') return { why: 'accent' };
  const key = pageKeyOf(press);
  if (key === null) return { why: 'shortcut' };
  const lower = key.toLowerCase();
  if (YOUTUBE_KEYS.has(lower)) return { why: 'youtube' };
  if (others.some((other) => other.toLowerCase() === lower)) return { why: 'taken' };
  if (BROWSER_KEYS.has(key)) return { why: 'browser' };
  return /^(?:[^\s\p{C}]|F[1-9]\d?)$/u.test(key) ? { key } : { why: 'unfit' };
}
