import * as v from 'valibot';
import type { EpisodeSummary } from '../note/episode.ts';
import { fromJson } from '../text/utf8.ts';
import { readLines } from './lines.ts';
import { languageSchema, videoIdSchema } from './schemas.ts';

/** What a list shows of an episode in a catalog. */
export interface CatalogTitle {
  readonly videoId: EpisodeSummary['videoId'];
  readonly editions: readonly Omit<EpisodeSummary['editions'][number], 'note'>[];
}

/** Most notes of a video in the list. */
export const MOST_EDITIONS = 100;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const editionSchema = v.object({
  language: languageSchema,
  title: v.pipe(v.string(), v.maxLength(2000)),
  sections: count,
  terms: count,
  date: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export const titleSchema = v.object({
  videoId: videoIdSchema,
  editions: v.pipe(v.array(editionSchema), v.minLength(1), v.maxLength(MOST_EDITIONS)),
});

/** One line of JSON an episode. */
export function encodeTitles(titles: readonly CatalogTitle[]): string {
  return titles.map((title) => JSON.stringify(title)).join('\n');
}

/** Reads what {@link encodeTitles} wrote; `null` when a line is anything else. */
export function decodeTitles(text: string): readonly CatalogTitle[] | null {
  const titles: CatalogTitle[] = [];
  const isWhole = readLines(text, (line) => {
    const result = v.safeParse(titleSchema, fromJson(line));
    if (!result.success) return null;
    titles.push(result.output);
    return true;
  });
  return isWhole ? titles : null;
}
