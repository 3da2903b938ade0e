import * as v from 'valibot';
import { LONGEST_VIDEO } from '../../core/time/seconds.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';

export const videoIdSchema = v.custom<VideoId>((text) => typeof text === 'string' && toVideoId(text) !== null);

export const secondsSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_VIDEO));

/** The player's speed. */
export const rateSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** The id of a mark to be made, a UUID by our own script of the page. */
export const markIdSchema = v.pipe(v.string(), v.maxLength(36));

export const transcriptSchema = v.object({
  language: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  cues: v.pipe(v.array(v.object({ start: secondsSchema, text: v.string() })), v.maxLength(200_000)),
});
