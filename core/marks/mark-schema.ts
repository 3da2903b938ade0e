import * as v from 'valibot';
import { secondsSchema } from '../timeline/section-time-schema.ts';
import { toVideoId, type VideoId } from '../video/video-id.ts';
import { LONGEST_QUOTE, LONGEST_TITLE, LONGEST_WORDS, type Mark } from './mark.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Up to the last date there is. */
const moment = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));

/** What ids are made of: our own, which are UUIDs, and those that stand for what other programs call a mark. */
const ID = /^[\w .:-]{1,100}$/;

/** A mark that comes from a file or another process. */
export const markSchema = v.object({
  id: v.pipe(v.string(), v.regex(ID)),
  video: v.custom<VideoId>((id) => typeof id === 'string' && toVideoId(id) !== null),
  videoTitle: text(LONGEST_TITLE),
  at: secondsSchema,
  words: text(LONGEST_WORDS),
  quote: v.nullable(v.object({ kind: v.picklist(['caption', 'note', 'term']), text: text(LONGEST_QUOTE) })),
  section: v.nullable(v.object({ note: v.string(), id: v.string(), title: text(LONGEST_TITLE) })),
  starred: v.boolean(),
  created: moment,
  changed: moment,
  deleted: v.nullable(moment),
}) satisfies v.GenericSchema<unknown, Mark>;
