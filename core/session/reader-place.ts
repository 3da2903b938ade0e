import * as v from 'valibot';
import { VIEWS } from './reader.ts';

const top = v.optional(v.pipe(v.number(), v.finite()));

/** Where a reader was in a note, as it is stored and as it stands in a backup. */
export const readerPlaceSchema = v.object({
  view: v.picklist(VIEWS),
  open: v.array(v.string()),
  following: v.boolean(),
  tops: v.object({ outline: top, transcript: top, glossary: top, summary: top, marks: top }),
});
