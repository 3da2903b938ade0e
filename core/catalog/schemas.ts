import * as v from 'valibot';
import { toVideoId, type VideoId } from '../video/video-id.ts';

export const videoIdSchema = v.custom<VideoId>((text) => typeof text === 'string' && toVideoId(text) !== null);

/** BCP 47; real tags are much shorter. */
export const languageSchema = v.pipe(v.string(), v.maxLength(40), v.regex(/^[A-Za-z0-9-]+$/));

/** A note's path in its publisher's folder; only compared and shown. */
export const pathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));

/**
 * A file of the catalog, relative to catalog.json. Its name ends with the first 16 hex digits of its SHA-256, so that a
 * damaged file is detected, and a changed file has a new name.
 */
export const fileSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]*-[0-9a-f]{16}\.bin$/),
);

/** The hash in a file's name. */
export const hashIn = (file: string): string => file.slice(-20, -4);
