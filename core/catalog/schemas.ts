import * as v from 'valibot';
import { toVideoId, type VideoId } from '../video/video-id.ts';

export const videoIdSchema = v.custom<VideoId>((text) => typeof text === 'string' && toVideoId(text) !== null);

/** BCP 47. Others would make `Intl` throw wherever the language is named. */
export const languageSchema = v.pipe(v.string(), v.maxLength(500), v.regex(/^[A-Za-z0-9-]+$/), v.check(isLanguageTag));

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A note's path in its publisher's folder; only compared and shown. No file system has longer ones. */
export const pathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

/** A text as one line, without what is not seen or turns the direction of what stands beside it. */
export const plainLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim();

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
