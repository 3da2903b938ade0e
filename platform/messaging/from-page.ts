import * as v from 'valibot';
import type { FromPage } from './page-messages.ts';
import { parseWith } from './parse.ts';
import { markIdSchema, rateSchema, secondsSchema, transcriptSchema, videoIdSchema } from './schemas.ts';

const title = v.pipe(v.string(), v.maxLength(1000));

const pageSchema = v.variant('kind', [
  v.object({ kind: v.literal('video'), videoId: videoIdSchema, title: v.nullable(title) }),
  v.object({ kind: v.literal('no-video') }),
]);

const readingSchema = v.object({
  videoId: videoIdSchema,
  time: secondsSchema,
  duration: v.nullable(secondsSchema),
  playing: v.boolean(),
  rate: rateSchema,
  ad: v.boolean(),
  live: v.boolean(),
});

const evidenceSchema = v.object({
  duration: v.nullable(secondsSchema),
  chapters: v.pipe(v.array(v.object({ start: secondsSchema, title })), v.maxLength(1000)),
  chapterOrigin: v.picklist(['uploader', 'automatic', 'unknown']),
  transcript: v.nullable(transcriptSchema),
});

const resultSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), time: secondsSchema }),
  v.object({
    ok: v.literal(false),
    reason: v.picklist(['ad-playing', 'video-changed', 'no-player', 'no-answer']),
  }),
]);

const askingSchema = v.variant('step', [
  v.object({ step: v.literal('ad') }),
  v.object({ step: v.literal('asking'), translateTo: v.exactOptional(v.pipe(v.string(), v.maxLength(40))) }),
  v.object({
    step: v.literal('read'),
    language: v.pipe(v.string(), v.maxLength(40)),
    original: v.picklist(['yes', 'no', 'unknown']),
    translated: v.boolean(),
  }),
  v.object({
    step: v.literal('failed'),
    why: v.picklist(['no-captions', 'nothing-came', 'live', 'limited', 'no-player', 'no-answer']),
  }),
]);

const parse = parseWith(
  v.variant('type', [
    v.object({ type: v.literal('page'), page: pageSchema }),
    v.object({ type: v.literal('clock'), reading: readingSchema, at: v.pipe(v.number(), v.finite()) }),
    v.object({ type: v.literal('evidence'), videoId: videoIdSchema, evidence: evidenceSchema }),
    v.object({ type: v.literal('asking'), videoId: videoIdSchema, asking: v.nullable(askingSchema) }),
    v.object({ type: v.literal('selection'), text: v.pipe(v.string(), v.maxLength(200)) }),
    v.object({ type: v.literal('step'), videoId: videoIdSchema, by: v.picklist([-1, 1]) }),
    v.object({
      type: v.literal('mark'),
      videoId: videoIdSchema,
      id: markIdSchema,
      time: secondsSchema,
      rate: rateSchema,
    }),
    v.object({ type: v.literal('sought'), ask: v.number(), result: resultSchema }),
  ]),
);

/** Reads a message of a content script; `null` when it is none of ours. What it carries came from YouTube's page. */
export const readFromPage = (data: unknown): FromPage | null => parse(data);
