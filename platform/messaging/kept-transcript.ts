import * as v from 'valibot';
import type { KeptTranscript } from '../../core/transcript/kept-transcript.ts';
import { parseWith } from './parse.ts';
import { transcriptSchema } from './schemas.ts';

/** Reads a transcript as it is stored; `null` when it is none, or one no video can have. */
export const readUsable = parseWith(v.object({ name: v.string(), transcript: transcriptSchema }));

/** Whether what is stored of it can be read again. */
export const isUsable = (kept: KeptTranscript): boolean => readUsable(kept) !== null;
