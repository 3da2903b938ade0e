import * as v from 'valibot';
import { secondsSchema, sectionTimeSchema } from '../../core/timeline/section-time-schema.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { parseWith } from '../messaging/parse.ts';
import { inTurn, storedItem } from '../storage/item.ts';

/** The editions of a few videos, with and without the last correction: some 50 kB. */
const MOST_KEPT = 12;

/** Timelines computed by any of our pages, by `alignCacheKey`. */
export interface KeptTimelines {
  read(key: string): Promise<Timeline | null>;
  add(key: string, timeline: Timeline): Promise<void>;
}

const readKept = parseWith(
  v.array(
    v.tuple([
      v.string(),
      v.object({
        sections: v.array(sectionTimeSchema),
        duration: secondsSchema,
        ordered: v.boolean(),
      }),
    ]),
  ),
);

/**
 * Caches timelines in memory while the browser runs, so that the short-lived popup can use what the panel computed.
 */
export function createKeptTimelines(): KeptTimelines {
  const item = storedItem('session', 'timelines');
  const turn = inTurn('sleevenotes-timelines');
  const read = async () => readKept(await item.get()) ?? [];
  return {
    async read(key) {
      return (await read()).find(([known]) => known === key)?.[1] ?? null;
    },
    add: (key, timeline) =>
      turn(async () => {
        const others = (await read()).filter(([known]) => known !== key);
        await item.set([[key, timeline], ...others].slice(0, MOST_KEPT));
      }),
  };
}
