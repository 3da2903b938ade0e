import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { SectionId } from '../core/note/episode.ts';
import { formatLongClock } from '../core/time/clock-text.ts';
import type { Seconds } from '../core/time/seconds.ts';

/** Only at the beginning: further down, a line of dashes is a thematic break. */
const OPENING = /^\s*---[^\S\n]*\r?\n/u;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*\r?$/mu;

/**
 * The note with `timestamps` (and, where known, `duration`) in its front matter. Existing keys are replaced in place, others
 * are added at the end; no other byte changes.
 */
export function withTimes(
  text: string,
  timestamps: Readonly<Record<SectionId, Seconds>>,
  duration: Seconds | null,
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const clocks = Object.fromEntries(Object.entries(timestamps).map(([id, start]) => [id, formatLongClock(start)]));
  const [open = ''] = OPENING.exec(text) ?? [];
  const end = open === '' ? -1 : text.slice(open.length).search(CLOSING);
  const yaml = end < 0 ? '' : text.slice(open.length, open.length + end);
  let edited = yaml;
  if (duration !== null) edited = withKey(edited, 'duration', formatLongClock(duration), newline);
  edited = withKey(edited, 'timestamps', clocks, newline);
  if (end < 0) return `---${newline}${edited}---${newline}${newline}${text}`;
  return open + edited + text.slice(open.length + end);
}

function withKey(yaml: string, key: string, value: unknown, newline: string): string {
  const lines = stringify(
    { [key]: value },
    { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  const entry = lines.replaceAll('\n', newline);
  const { contents } = parseDocument(yaml);
  const pair = isMap(contents)
    ? contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  if (from === undefined) return yaml === '' || yaml.endsWith('\n') ? yaml + entry : yaml + newline + entry;
  // The value ends before the next line that is neither indented nor a list item or comment, or at the end.
  const rest = yaml.slice(from);
  const next = /\r?\n(?=[^\s#-])/u.exec(rest);
  return next ? yaml.slice(0, from) + entry + rest.slice(next.index + next[0].length) : yaml.slice(0, from) + entry;
}
