import { decodeString } from 'micromark-util-decode-string';

/** Tags that lose nothing when they go: their text stays, and it is all there was to see. */
const HARMLESS = new Set('b i u em strong span p div small mark center font details summary a br'.split(' '));
const TAG = /<\/?[a-z][^<>]*>/gi;

/** Whether some HTML holds more than plain words and harmless tags. */
export const losesSomething = (html: string) =>
  [...html.matchAll(/<\/?([a-z][\w-]*)/gi)].some(([, tag = '']) => !HARMLESS.has(tag.toLowerCase()));

/** The words of some HTML, without its tags, comments and code. */
export function textOf(html: string): string {
  const words = html
    .replaceAll(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replaceAll(/<!--[\s\S]*?(-->|$)/g, '')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(TAG, '');
  return decodeString(words).trim();
}
