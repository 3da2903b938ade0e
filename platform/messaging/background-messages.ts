import * as v from 'valibot';
import type { PressedMoment } from '../../core/session/page.ts';
import { parseWith } from './parse.ts';
import { markIdSchema, rateSchema, secondsSchema, videoIdSchema } from './schemas.ts';

/** From a content script to the background. */
export type ToBackground =
  /** Query, also an event: the tab shows this video (or none). Answered by {@link NoteAnswer}. */
  | { readonly type: 'video'; readonly videoId: string | null }
  /** Command of a click on the page. Answered by {@link OpenAnswer}. */
  | { readonly type: 'open-panel' }
  /** Command: the same panel as a tab, for browsers that show no side panel. */
  | { readonly type: 'open-tab' }
  /** Command of a page key while no panel is open. Answered by {@link MarkAnswer}. */
  | ({ readonly type: 'mark'; readonly title: string } & PressedMoment);

/** Whether there is a note for the video. */
export interface NoteAnswer {
  readonly note: boolean;
  /** There is one in a library that a newer version of the extension has made, which this one cannot read. */
  readonly newer: boolean;
  /** The page key that marks a moment; empty when it is switched off. */
  readonly markKey: string;
}

/** Where the mark was set, in seconds of the video; `null` when it could not be stored. */
export interface MarkAnswer {
  readonly at: number | null;
}

/** `shown`: the panel is open. `nothing-shown`: the browser accepted and showed nothing (Arc). */
export interface OpenAnswer {
  readonly result: 'shown' | 'nothing-shown';
}

/** Reads a message to the background; `null` when it is invalid. */
export const readToBackground = parseWith(
  v.variant('type', [
    v.object({ type: v.literal('video'), videoId: v.nullable(videoIdSchema) }),
    v.object({ type: v.literal('open-panel') }),
    v.object({ type: v.literal('open-tab') }),
    v.object({
      type: v.literal('mark'),
      videoId: videoIdSchema,
      id: markIdSchema,
      title: v.pipe(v.string(), v.maxLength(1000)),
      time: secondsSchema,
      rate: rateSchema,
    }),
  ]),
);

export const readNoteAnswer = parseWith(v.object({ note: v.boolean(), newer: v.boolean(), markKey: v.string() }));
export const readMarkAnswer = parseWith(v.object({ at: v.nullable(secondsSchema) }));
export const readOpenAnswer = parseWith(v.object({ result: v.picklist(['shown', 'nothing-shown']) }));
