import * as v from 'valibot';
import type { Edition } from '../note/episode.ts';
import type { RichElement } from '../note/rich-text.ts';
import { fromJson, fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { SectionTime } from '../timeline/timeline.ts';
import { decodeRich } from './decode-rich.ts';
import { languageSchema } from './schemas.ts';

/** A note as a catalog holds it. */
export interface CatalogNote {
  readonly edition: Edition;
  /** Section times from the publisher's transcript; empty without one. */
  readonly times: readonly SectionTime[];
}

/** Largest unpacked note, in bytes. The longest of the archive has some 3 MB. */
export const LARGEST_CATALOG_NOTE = 16 * 1024 * 1024;

/** In seconds, as in every message with a time: no video is longer. */
const LONGEST_VIDEO = 60 * 60 * 24 * 60;

/** Limits are well above what the compiler makes of any file it reads. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_VIDEO));
const id = v.pipe(text(2000), v.minLength(1));
const rich = v.pipe(
  v.unknown(),
  v.transform(decodeRich),
  v.check((nodes) => nodes !== null),
  v.transform((nodes) => nodes ?? []),
);
const element = v.pipe(
  v.unknown(),
  v.transform((data) => decodeRich([data])?.[0] ?? null),
  v.check((node) => node !== null),
  v.transform((node) => node as RichElement),
);

const sectionSchema = v.object({
  id,
  title: text(5000),
  level: v.picklist([0, 1, 2, 3, 4, 5, 6]),
  blocks: v.array(
    v.object({
      content: element,
      speaker: v.exactOptional(text(5000)),
      original: v.exactOptional(rich),
      part: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
});

const entrySchema = v.object({
  id,
  term: text(1000),
  aliases: v.pipe(v.array(text(1000)), v.maxLength(200)),
  definition: text(1_000_000),
  kind: v.picklist(['term', 'person', 'organisation', 'product', 'book']),
  reading: v.exactOptional(text(5000)),
  explainedIn: v.nullable(id),
  mentionedIn: v.array(id),
});

const cueSchema = v.object({ start: seconds, text: text(1_000_000), speaker: v.exactOptional(text(5000)) });

const transcriptSchema = v.object({
  language: v.nullable(languageSchema),
  cues: v.pipe(v.array(cueSchema), v.maxLength(200_000)),
});

const editionSchema = v.object({
  language: languageSchema,
  conversion: v.exactOptional(
    v.object({ language: languageSchema, words: text(2_000_000), taiwan: v.exactOptional(text(500_000)) }),
  ),
  originalLanguage: v.exactOptional(languageSchema),
  title: text(5000),
  summary: rich,
  date: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  speakers: v.pipe(v.array(text(5000)), v.maxLength(10_000)),
  duration: v.nullable(seconds),
  sections: v.pipe(
    v.array(sectionSchema),
    v.minLength(1),
    v.maxLength(10_000),
    v.transform((sections) => sections as [(typeof sections)[number], ...typeof sections]),
  ),
  glossary: v.pipe(v.array(entrySchema), v.maxLength(100_000)),
  scriptForms: v.exactOptional(v.pipe(v.array(text(20)), v.maxLength(20_000))),
  timestamps: v.record(v.string(), seconds),
  tags: v.exactOptional(v.pipe(v.array(text(200)), v.maxLength(200))),
  transcript: v.exactOptional(transcriptSchema),
});

const timeSchema = v.object({
  section: id,
  start: seconds,
  earliest: seconds,
  latest: seconds,
  source: v.picklist(['author', 'original', 'transcript']),
});

const noteSchema = v.object({ edition: editionSchema, times: v.array(timeSchema) });

/** The bytes of a note, before they are compressed. */
export const encodeNote = (note: CatalogNote): Uint8Array<ArrayBuffer> => toUtf8(JSON.stringify(note));

/** Reads a note from a stranger's catalog, like any input that may be hostile; `null` when it is no note. */
export function decodeNote(bytes: Uint8Array): CatalogNote | null {
  if (bytes.length > LARGEST_CATALOG_NOTE) return null;
  const result = v.safeParse(noteSchema, fromJson(fromUtf8(bytes)));
  return result.success ? result.output : null;
}
