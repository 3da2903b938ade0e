import * as v from 'valibot';
import { LONGEST_VIDEO, type Seconds } from '../time/seconds.ts';

/** A moment of a video as storage holds it. */
export const secondsSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.maxValue(LONGEST_VIDEO),
  v.transform((value): Seconds => value),
);

/** A section's time as storage and backups hold it; see `SectionTime`. */
export const sectionTimeSchema = v.object({
  section: v.string(),
  start: secondsSchema,
  earliest: secondsSchema,
  latest: secondsSchema,
  source: v.picklist(['viewer', 'author', 'original', 'transcript', 'chapters', 'duration']),
});
