import { readSeconds } from './timestamps.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A day as `YYYY-MM-DD` from the forms front matter has: `2025-02-12T…`, `2025/2/12`, `20250212`, `12 February 2025`,
 * `Feb 12, 2025`, `2025年2月12日`, `[[2025-02-12]]`, milliseconds or seconds since 1970. `null` for anything else.
 */
export function readDay(value: unknown): string | null {
  if (typeof value === 'number' || /^\d{10}(?:\d{3})?$/.test(String(value))) return fromEpoch(Number(value));
  const text = String(value ?? '')
    .replaceAll(/[[\]"]/g, '')
    .trim();
  const numbers = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{2})(\d{2}))(?!\d)/.exec(text);
  if (numbers) return day(numbers[1], numbers[2] ?? numbers[4], numbers[3] ?? numbers[5]);
  const words = /^(?:\w{3,9}, )?(?:(\d{1,2})\.? )?([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\b/i.exec(
    text,
  );
  const month = MONTHS.indexOf((words?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return words && month > 0 ? day(words[4], String(month), words[1] ?? words[3]) : null;
}

function day(year = '', month = '', date = ''): string | null {
  const [m, d] = [Number(month), Number(date)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
    : null;
}

/** A date from `YYYYMMDD`, or from seconds or milliseconds since 1970 within a plausible range: an episode number is not a date. */
function fromEpoch(number: number): string | null {
  if (/^(?:19|20)\d{6}$/.test(String(number))) return readDay(String(number));
  const milliseconds = number > 1e11 ? number : number * 1000;
  if (!(milliseconds > 3e11 && milliseconds < 4e12)) return null;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** A duration in seconds: also `PT57M48S`, `57 min`, `1h 2m`, `1 hour 5 minutes`, `62 分钟`; `null` for anything else. */
export function readLength(value: unknown): number | null {
  const seconds = readSeconds(value);
  if (seconds !== null || typeof value !== 'string') return seconds;
  const text = value
    .trim()
    .toLowerCase()
    .replace(/^pt/, '')
    .replace(/^(?:~|about|ca\.?|约|約)\s*/, '');
  const parts =
    /^(?:(\d{1,3})\s*(?:h|hrs?|hours?|std\.?|stunden?|小时|小時|時間|시간|ч)\.?,?\s*)?(?:(\d{1,4})\s*(?:m|mins?|minutes?|minuten|分钟|分鐘|分|분|мин)\.?,?\s*)?(?:(\d{1,5})\s*(?:s|secs?|seconds?|sekunden|秒|초|с)\.?)?$/u.exec(
      text,
    );
  if (!parts || text === '') return null;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}
