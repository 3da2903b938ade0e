import * as v from 'valibot';
import { parseWith } from '../messaging/parse.ts';
import { inTurn, storedItem } from './item.ts';

const readDays = parseWith(v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)), last: v.string() }));

/** Counts today, if it was not counted yet. Resolves with the number of distinct days on which it was called. */
export function countDay(): Promise<number> {
  const item = storedItem('local', 'days-of-use');
  return inTurn('sleevenotes-days')(async () => {
    const { count, last } = readDays(await item.get()) ?? { count: 0, last: '' };
    const today = new Date().toISOString().slice(0, 10);
    if (today === last) return count;
    // If it cannot be stored, the day is counted the next time.
    await item.set({ count: count + 1, last: today }).catch(() => undefined);
    return count + 1;
  });
}
