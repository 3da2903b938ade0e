import { parseClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { RichElement, RichNode } from './rich-text.ts';

/** A time at the beginning, in brackets or followed by a dash, a colon or a space. */
const LEADING =
  /^\s*(?:[[(（【]((?:\d{1,2}:)?\d{1,2}:\d{2})[\])）】]|((?:\d{1,2}:)?\d{1,2}:\d{2})(?=[\s：—–-]))\s?[:：—–-]?\s*/u;

/** What a list's item says after the moment it begins with; `null` when it begins with none. */
export interface LeadingMoment {
  readonly time: Seconds;
  readonly rest: readonly RichNode[];
}

/** Reads the moment a takeaway begins with: `[11:06] Fewer bits`, `1:02:03 – …`. */
export function leadingMoment({ children: [first, ...others] }: RichElement): LeadingMoment | null {
  if (!first) return null;
  if (first.type === 'element') {
    // An item's words, or a link to the moment.
    if (first.tagName !== 'p' && first.tagName !== 'a') return null;
    const inside = leadingMoment(first);
    if (!inside) return null;
    const kept = inside.rest.length > 0 ? [{ ...first, children: inside.rest }] : [];
    return { time: inside.time, rest: [...kept, ...others] };
  }
  const [found, bracketed, bare] = LEADING.exec(first.value.endsWith(' ') ? first.value : `${first.value} `) ?? [];
  const time = parseClock(bracketed ?? bare ?? '');
  if (found === undefined || time === null) return null;
  const words = first.value.slice(found.length);
  return { time, rest: words === '' ? others : [{ type: 'text', value: words }, ...others] };
}
