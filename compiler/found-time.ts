import type { PhrasingContent } from 'mdast';
import type { Seconds } from '../core/time/seconds.ts';
import { wordsOf } from './words.ts';

/** A time and the words it was separated from. */
export interface FoundTime {
  readonly start: Seconds;
  /** The words without it. */
  readonly rest: PhrasingContent[];
  /** Whether it is clearly a time of the video: linked, in brackets, bold or code. */
  readonly distinct: boolean;
}

const CLOCK = String.raw`(?:\d{1,2}[:：])?\d{1,3}[:：][0-5]\d(?:[.,]\d{1,3})?(?![\d:：])|(?:\d{1,2}h ?)?\d{1,3}m ?\d{1,2}s\b|\d{1,2}h ?\d{1,2}m\b`;
const RANGE = String.raw`(${CLOCK})(?:\s{0,3}(?:[-–—~～→]|-->|to|至|到)\s{0,3}(?:${CLOCK}))?`;
/** A quick test before the thorough one. */
const MAY_HOLD = /\d[:：]\d|\d[hm]/i;
/** Marks, emoji and labels that may precede a time. */
const BEFORE = String.raw`(?:[\s[(（【<*_~•·⏱⏰🕐-🕧▶►@#–—-]|\uFE0F|\p{Extended_Pictographic}){0,12}(?:(?:(?:time(?:stamp|code)?s?|at|时间|時間|시간)|(?<=[[(（【])(?:chapter|part|starts?|from|章节|章節|片段))\s{0,2}[:：]?\s{0,2})?[\s[(（【]{0,4}`;
const AFTER = String.raw`\s{0,3}[\])）】>]{0,3}`;
const LEADING = new RegExp(`^${BEFORE}${RANGE}(${AFTER})`, 'iu');
const TRAILING = new RegExp(
  String.raw`(\s{0,4}[[(（【<|@·–—~:：-]{1,3}\s{0,3}|\s{1,4})${RANGE}\s{0,3}([\])）】>]{0,3})\s{0,8}$`,
  'iu',
);
/** Separators between a time and the words after it, and before it. */
const JOIN = /^[\s\-–—:：|·•,、.)）\]】>*]{0,12}/u;
const JOINS_BEFORE = /[\s\-–—:：|·•,、([（【<@]{1,12}$/u;
/** What follows a time of day: `10:30 am`. */
const DAYTIME = /^\s?(?:[ap]\.?m\b|uhr\b|o'clock|点|點|時)/iu;
const OPENERS = /^[\s[(（【<]{1,6}$/u;
const CLOSERS = /^[\s\])）】>:：]{1,6}$/u;
/** The number of characters at the end of a text that are searched for a time. */
const LONGEST_TAIL = 60;

/** Reads `1:02:03.5`, `62:00`, `1h02m03s`; `null` for any other text. */
export function readClock(text: string): Seconds | null {
  const units = /^(?:(\d{1,2})h ?)?(?:(\d{1,3})m ?)?(?:(\d{1,2})s)?$/iu.exec(text);
  if (units && text !== '') return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
  const parts = text.replaceAll('：', ':').replace(',', '.').split(':').map(Number);
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed();
  if (parts.length < 2 || parts.some(Number.isNaN) || seconds >= 60 || (parts.length === 3 && minutes > 59))
    return null;
  return hours * 3600 + minutes * 60 + seconds;
}

/** A time at the start of a plain text, and the text after it. */
export function leadingClock(
  text: string,
): { readonly start: Seconds; readonly rest: string; readonly distinct: boolean } | null {
  const head = text.slice(0, 200);
  const match = MAY_HOLD.test(head) ? LEADING.exec(head) : null;
  const start = match ? readClock(match[1] ?? '') : null;
  if (!match || start === null) return null;
  const rest = text.slice(match[0].length);
  if (DAYTIME.test(rest) || (match[2] === '' && /^[a-z\p{N}%/]/iu.test(rest))) return null;
  const bracketed = /[[(（【<]/u.test(match[0]) && /[\])）】>]/u.test(match[2] ?? '');
  return { start, rest: rest.replace(JOIN, ''), distinct: bracketed };
}

/** A time at the end of a plain text, and the text before it. */
export function trailingClock(
  line: string,
): { readonly start: Seconds; readonly rest: string; readonly distinct: boolean } | null {
  const tail = line.slice(-LONGEST_TAIL);
  const match = MAY_HOLD.test(tail) ? TRAILING.exec(tail) : null;
  const start = match ? readClock(match[2] ?? '') : null;
  if (!match || start === null) return null;
  const rest = line.slice(0, line.length - tail.length + match.index).trimEnd();
  return { start, rest, distinct: /[[(（【<|@]/u.test(match[1] ?? '') };
}

const NAMED = new RegExp(
  String.raw`^([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’_ -]{0,40}?)\s{0,3}[[(（]?\s?(${CLOCK})\s?(?:[\])）]\s{0,3}[:：]?|[:：]|$)\s{0,3}`,
  'iu',
);

/** A name followed by a time, as transcripts name speakers: `Ada Example (0:12): words`, `Speaker 1  0:12`. */
export function namedClock(
  text: string,
): { readonly start: Seconds; readonly name: string; readonly rest: string } | null {
  const head = text.slice(0, 200);
  const match = MAY_HOLD.test(head) ? NAMED.exec(head) : null;
  const start = match ? readClock(match[2] ?? '') : null;
  const name = match?.[1]?.trim() ?? '';
  if (!match || start === null || name.split(/\s+/).length > 4) return null;
  return { start, name, rest: text.slice(match[0].length) };
}

/** The moment an address links to: `?t=94`, `&t=1m34s`, `#t=5.07`, `#t=05:04`. */
export function timeInAddress(url: string): Seconds | null {
  const value = /[?&#](?:t|start|time_continue)=([\d.:hms]{1,12})/i.exec(url)?.[1];
  if (value === undefined) return null;
  if (/^\d+(\.\d+)?s?$/.test(value)) return Number.parseFloat(value);
  return readClock(value);
}

const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);

/** The time some words begin with: `[01:34](address) Title`, `**0:15** Title`, `0:15 - Title`. */
export function leadingTime(nodes: readonly PhrasingContent[]): FoundTime | null {
  const [first, second, ...rest] = nodes;
  if (first === undefined) return null;
  if (first.type === 'text') {
    const clock = leadingClock(first.value);
    if (clock) return { start: clock.start, rest: [...text(clock.rest), ...nodes.slice(1)], distinct: clock.distinct };
    // An opening bracket or emoji before a link.
    if (!second || second.type === 'text' || !/^(?:[\s\p{P}\p{S}]|\uFE0F){1,8}$/u.test(first.value)) return null;
    const inner = leadingTime([second, ...rest]);
    return (
      inner &&
      (OPENERS.test(first.value)
        ? inner
        : { ...inner, rest: [...text(first.value.replace(/[-–—•·\s]{1,8}$/u, ' ').trimStart()), ...inner.rest] })
    );
  }
  const others = nodes.slice(1);
  if (first.type === 'inlineCode') {
    const clock = leadingClock(first.value);
    return clock && clock.rest === '' ? { start: clock.start, rest: unjoined(others), distinct: true } : null;
  }
  if (first.type !== 'link' && first.type !== 'strong' && first.type !== 'emphasis') return null;
  const inner = leadingTime(first.children);
  if (inner) {
    const kept: PhrasingContent[] =
      inner.rest.length > 0 ? [{ ...first, children: inner.rest } as PhrasingContent] : [];
    return { start: inner.start, rest: kept.length > 0 ? [...kept, ...others] : unjoined(others), distinct: true };
  }
  const start = first.type === 'link' ? timeInAddress(first.url) : null;
  return start === null ? null : { start, rest: [...nodes], distinct: true };
}

/** Removes a separator from the start of some words. */
function unjoined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  return first?.type === 'text' ? [...text(first.value.replace(JOIN, '')), ...rest] : [...nodes];
}

/** The time some words end with: `Title (13:18)`, `Title [13:18](address)`, `` Title `[0:50-2:00]` ``. */
export function trailingTime(nodes: readonly PhrasingContent[]): FoundTime | null {
  const last = nodes.at(-1);
  const before = nodes.slice(0, -1);
  if (last === undefined) return null;
  if (last.type === 'text') {
    const clock = trailingClock(last.value);
    if (clock) {
      if (clock.rest === '' && before.length === 0) return null;
      return { start: clock.start, rest: [...before, ...text(clock.rest)], distinct: clock.distinct };
    }
    if (!CLOSERS.test(last.value)) return null;
    const inner = before.length > 1 ? trailingTime(before) : null;
    return inner;
  }
  if (before.length === 0) {
    const inner = last.type === 'strong' || last.type === 'emphasis' ? trailingTime(last.children) : null;
    return (
      inner && { start: inner.start, rest: [{ ...last, children: inner.rest } as PhrasingContent], distinct: true }
    );
  }
  const clock =
    last.type === 'inlineCode' || last.type === 'link' || last.type === 'emphasis' || last.type === 'strong'
      ? leadingClock(wordsOf([last]))
      : null;
  if (clock?.rest !== '') return null;
  const previous = before.at(-1);
  const rest =
    previous?.type === 'text' ? [...before.slice(0, -1), ...text(previous.value.replace(JOINS_BEFORE, ''))] : before;
  return rest.length === 0 ? null : { start: clock.start, rest, distinct: true };
}
