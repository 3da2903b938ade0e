import { formatLongClock } from '../time/clock-text.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { toTimestamps } from '../timeline/to-timestamps.ts';

/** What YAML takes for a text without quotes, and for nothing else. */
const PLAIN_KEY = /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** All section starts, including corrections, as `timestamps` for the note's front matter, ready to paste. */
export function timestampsYaml(timeline: Timeline): string {
  const lines = Object.entries(toTimestamps(timeline)).map(
    ([id, start]) => `  ${PLAIN_KEY.test(id) ? id : JSON.stringify(id)}: '${formatLongClock(start)}'`,
  );
  return `timestamps:\n${lines.join('\n')}\n`;
}
