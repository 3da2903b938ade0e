import * as v from 'valibot';
import { secondsSchema, sectionTimeSchema } from './section-time-schema.ts';

/** What is kept for one video, as storage and backups hold it; see `RememberedOfVideo`. */
export const rememberedSchema = v.record(
  v.string(),
  v.object({
    text: v.string(),
    duration: secondsSchema,
    ordered: v.boolean(),
    sections: v.array(sectionTimeSchema),
    heard: v.object({
      language: v.nullable(v.string()),
      original: v.nullable(v.picklist(['yes', 'no', 'unknown'])),
      translated: v.boolean(),
    }),
    at: v.pipe(v.number(), v.finite()),
  }),
);
