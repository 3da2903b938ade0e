import { decodeString } from 'micromark-util-decode-string';

/** Tags that can be removed without a loss, because their text is kept. */
const HARMLESS = new Set('b i u em strong span p div small mark center font details summary a br'.split(' '));
const TAG = /<\/?[a-z][^<>]*>/gi;

/** Whether a piece of HTML has tags whose removal loses something. */
export const losesSomething = (html: string) =>
  [...html.matchAll(/<\/?([a-z][\w-]*)/gi)].some(([, tag = '']) => !HARMLESS.has(tag.toLowerCase()));

/** The text of a piece of HTML, without tags, comments, scripts and styles. */
export function textOf(html: string): string {
  const words = html
    .replaceAll(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replaceAll(/<!--[\s\S]*?(-->|$)/g, '')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(TAG, '');
  return decodeString(words).trim();
}
