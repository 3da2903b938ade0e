/**
 * Keys that YouTube's player uses itself, as `KeyboardEvent.key`, in lower case: play, seek, volume, speed, captions,
 * full screen and the like. Taking one would break a shortcut that viewers know.
 */
const YOUTUBE_KEYS = new Set([
  ...'kjlmftiocwndb0123456789,.<>/?+-= ',
  ...['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown'],
]);

/** Why a key cannot be a page key. `unfit`: no letter, digit, sign or function key; `taken`: the other page key. */
export type KeyRefusal = 'youtube' | 'taken' | 'unfit';

/**
 * Whether a key may step through the sections.
 * @param key `KeyboardEvent.key` of a press without Ctrl, Alt or Meta.
 * @param other The other page key.
 * @returns `null` when it may.
 */
export function refuseKey(key: string, other: string): KeyRefusal | null {
  const lower = key.toLowerCase();
  if (YOUTUBE_KEYS.has(lower)) return 'youtube';
  if (lower === other.toLowerCase()) return 'taken';
  return /^(?:[^\s\p{C}]|F[1-9]\d?)$/u.test(key) ? null : 'unfit';
}
