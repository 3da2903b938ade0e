import * as v from 'valibot';
import { LONGEST_MARKER } from '../../core/session/markers.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { CaptionsWanted } from '../../core/transcript/choose-track.ts';
import type { Marker, PageEvent, SeekResult } from '../ports.ts';
import { parseWith } from './parse.ts';
import { secondsSchema, videoIdSchema } from './schemas.ts';

/** The name of the port an extension page (panel, popup) opens to the content script of a tab. */
export const PAGE_PORT = 'sleevenotes:page';

/** Interval of the heartbeat: during steady playback the page repeats the time after this long. */
export const LONGEST_SILENCE_MS = 4000;

/** More could not be told apart on a progress bar. */
export const MOST_MARKERS = 2000;

/** From an extension page to the content script. */
export type ToPage =
  /** Command; answered by `sought` with the same `ask`. */
  | { readonly type: 'seek'; readonly ask: number; readonly videoId: string; readonly time: number }
  /** Command of a click, or of the viewer's option: asks YouTube's player for its captions. Answered by `asking` events. */
  | { readonly type: 'captions'; readonly videoId: string; readonly wanted: CaptionsWanted }
  /** Command: replaces what was drawn before. */
  | { readonly type: 'markers'; readonly videoId: string; readonly markers: readonly Marker[] }
  /** Command: the viewer's page keys. */
  | ({ readonly type: 'keys' } & Settings['keys'])
  /** Command: lets the video go on, or pauses it. */
  | { readonly type: 'play'; readonly videoId: string; readonly playing: boolean };

/** From the content script to an extension page: the port's events, and answers. */
export type FromPage =
  | Exclude<PageEvent, { readonly type: 'clock' | 'sent' }>
  /** The clock as it was at a moment of the wall clock, in milliseconds since 1970, which both processes share. */
  | (Extract<PageEvent, { readonly type: 'clock' }> & { readonly at: number })
  /** Answer to `seek`. */
  | { readonly type: 'sought'; readonly ask: number; readonly result: SeekResult };

const markerSchema = v.object({
  start: secondsSchema,
  title: v.pipe(v.string(), v.maxLength(LONGEST_MARKER)),
  kind: v.exactOptional(v.literal('mark')),
});

const language = v.pipe(v.string(), v.maxLength(40));
const wantedSchema = v.object({
  note: language,
  understood: v.pipe(v.array(language), v.maxLength(20)),
  translate: v.boolean(),
  whenPlaying: v.boolean(),
});

const toPageSchema = v.variant('type', [
  v.object({ type: v.literal('seek'), ask: v.number(), videoId: videoIdSchema, time: secondsSchema }),
  v.object({ type: v.literal('captions'), videoId: videoIdSchema, wanted: wantedSchema }),
  v.object({
    type: v.literal('markers'),
    videoId: videoIdSchema,
    markers: v.pipe(v.array(markerSchema), v.maxLength(MOST_MARKERS)),
  }),
  v.object({ type: v.literal('keys'), previous: v.string(), next: v.string(), mark: v.string() }),
  v.object({ type: v.literal('play'), videoId: videoIdSchema, playing: v.boolean() }),
]);

/** Reads a message to the content script; `null` when it is none of ours. */
export const readToPage = parseWith(toPageSchema);
