import * as v from 'valibot';
import { LONGEST_VIDEO, type Seconds } from '../time/seconds.ts';

const seconds = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.maxValue(LONGEST_VIDEO),
  v.transform((value): Seconds => value),
);

/** What is kept for one video, as storage and backups hold it; see `RememberedOfVideo`. */
export const rememberedSchema = v.record(
  v.string(),
  v.object({
    text: v.string(),
    duration: seconds,
    ordered: v.boolean(),
    sections: v.array(
      v.object({
        section: v.string(),
        start: seconds,
        earliest: seconds,
        latest: seconds,
        source: v.picklist(['viewer', 'author', 'original', 'transcript', 'chapters', 'duration']),
      }),
    ),
    heard: v.object({
      language: v.nullable(v.string()),
      original: v.nullable(v.picklist(['yes', 'no', 'unknown'])),
      translated: v.boolean(),
    }),
    at: v.pipe(v.number(), v.finite()),
  }),
);
