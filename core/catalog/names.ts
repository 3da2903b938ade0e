import * as v from 'valibot';
import type { LanguageTag } from '../note/episode.ts';
import { fromJson } from '../text/utf8.ts';
import type { VideoId } from '../video/video-id.ts';
import { readLines } from './lines.ts';
import { languageSchema, pathSchema, videoIdSchema } from './schemas.ts';

/** The names in the glossaries of one video's notes, by which a lookup finds notes that were never fetched. */
export interface CatalogNames {
  readonly videoId: VideoId;
  /** Each with its path at the publisher's, and its names as `packNames` packs them. None: the video has no note any more. */
  readonly notes: readonly { readonly file: string; readonly language: LanguageTag; readonly packed: string }[];
}

const lineSchema = v.tuple([videoIdSchema, v.array(v.tuple([pathSchema, languageSchema, v.string()]))]);

/** One line of JSON a video: its id, and path, language and packed names of each note. */
export const encodeNames = (names: readonly CatalogNames[]): string => names.map(encodeNamesOf).join('\n');

export const encodeNamesOf = ({ videoId, notes }: CatalogNames): string =>
  JSON.stringify([videoId, notes.map(({ file, language, packed }) => [file, language, packed])]);

/** Reads what {@link encodeNames} wrote; `null` when a line is anything else. */
export function decodeNames(text: string): readonly CatalogNames[] | null {
  const names: CatalogNames[] = [];
  const isWhole = readLines(text, (line) => {
    const result = v.safeParse(lineSchema, fromJson(line));
    if (!result.success) return null;
    const [videoId, notes] = result.output;
    names.push({ videoId, notes: notes.map(([file, language, packed]) => ({ file, language, packed })) });
    return true;
  });
  return isWhole ? names : null;
}

/** The names after the news, oldest first. */
export function withNameNews(
  names: readonly CatalogNames[],
  news: readonly (readonly CatalogNames[])[],
): readonly CatalogNames[] {
  const changed = new Map(names.map((one) => [one.videoId, one]));
  for (const one of news.flat()) changed.set(one.videoId, one);
  return [...changed.values()].filter(({ notes }) => notes.length > 0);
}
